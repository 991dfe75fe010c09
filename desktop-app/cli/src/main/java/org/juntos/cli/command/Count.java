package org.juntos.cli.command;

import org.juntos.cli.verb.Bounds;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads how many entries are wanted.
final class Count implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String value) {
    if (value.matches("[0-9]{1,9}")) {
      var count = Integer.parseInt(value);
      if (Bounds.isCount(count)) {
        return count;
      }
    }
    throw new TypeConversionException(
        "%s is not a number of entries from 1 to %d".formatted(value, Bounds.MOST_ENTRIES));
  }
}
