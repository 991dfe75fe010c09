package org.juntos.relay.config;

import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Whole numbers with limits.
public final class Numbers {
  private static final Map<String, Long> UNITS =
      Map.of("", 1L, "b", 1L, "kib", 1L << 10, "mib", 1L << 20, "gib", 1L << 30, "tib", 1L << 40);

  private Numbers() {}

  static int parse(String text, int lowest, int highest, String allowed) {
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= lowest && number <= highest) {
        return number;
      }
    } catch (NumberFormatException _) { // said below
    }
    throw new TypeConversionException(allowed + ", not '" + text + "'");
  }

  /// One or more.
  public static final class Count implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return parse(text, 1, Integer.MAX_VALUE, "must be a whole number from 1 to 2147483647");
    }
  }

  /// The same; 0 for `off`.
  public static final class CountOrOff implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return text.strip().equals("off")
          ? 0
          : parse(
              text, 1, Integer.MAX_VALUE, "must be a whole number from 1 to 2147483647, or off");
    }
  }

  /// Whole percents.
  public static final class Percent implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return parse(text, 0, 100, "must be 0 to 100 percent");
    }
  }

  /// Seconds, from none to an hour.
  public static final class Seconds implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return parse(text, 0, 3_600, "must be 0 to 3600 seconds");
    }
  }

  /// Minutes, from none to a day.
  public static final class Minutes implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return parse(text, 0, 1_440, "must be 0 to 1440 minutes");
    }
  }

  /// Days, one to ten years.
  public static final class Days implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return parse(text, 1, 3_650, "must be 1 to 3650 days");
    }
  }

  /// The same; 0 for `never`.
  public static final class DaysOrNever implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return text.strip().equals("never")
          ? 0
          : parse(text, 1, 3_650, "must be 1 to 3650 days, or never");
    }
  }

  /// Bytes, one or more, with or without a unit: `512 MiB`.
  public static final class ByteCount implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      var word = text.strip().toLowerCase(Locale.ROOT);
      int digits = 0;
      while (digits < word.length() && Character.isDigit(word.charAt(digits))) {
        digits++;
      }
      var unit = UNITS.get(word.substring(digits).strip());
      try {
        if (unit != null && digits > 0) {
          long bytes = Math.multiplyExact(Long.parseLong(word.substring(0, digits)), unit);
          if (bytes > 0) {
            return bytes;
          }
        }
      } catch (NumberFormatException | ArithmeticException _) { // said below
      }
      throw new TypeConversionException(
          "must be a number of bytes from 1, with or without KiB, MiB, GiB or TiB, not '"
              + text
              + "'");
    }
  }
}
