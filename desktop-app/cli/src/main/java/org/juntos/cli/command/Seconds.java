package org.juntos.cli.command;

import java.time.Duration;
import org.juntos.cli.verb.Bounds;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads whole seconds.
final class Seconds implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String value) {
    if (value.matches("[0-9]{1,9}")) {
      var time = Duration.ofSeconds(Long.parseLong(value));
      if (Bounds.isTime(time)) {
        return time;
      }
    }
    throw new TypeConversionException(
        "%s is not a number of seconds from 0 to %d".formatted(value, Bounds.LONGEST.toSeconds()));
  }
}
