package org.juntos.relay.admin;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A time with its unit: `30m`, `12h`, `7d`.
final class Lifetime implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})([mhd])");

  @Override
  public Duration convert(String text) {
    var time = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!time.matches()) {
      throw new TypeConversionException(
          "must be a time such as 30m, 12h or 7d, not '" + text + "'");
    }
    long number = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
