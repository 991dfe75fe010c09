package org.juntos.relay.config;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A TCP port; 0 is any free one.
public final class Port implements ITypeConverter<Integer> {
  /// What `off` becomes, where a port may be left out.
  public static final int OFF = -1;

  private static final int HIGHEST = 65_535;

  @Override
  public Integer convert(String text) {
    return parse(text);
  }

  static int parse(String text) {
    return Numbers.parse(text, 0, HIGHEST, "must be 0 to 65535");
  }

  /// A port, or `off`.
  public static final class OrOff implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (text.equals("off")) {
        return OFF;
      }
      try {
        return parse(text);
      } catch (TypeConversionException _) {
        throw new TypeConversionException("must be off or 0 to 65535, not '" + text + "'");
      }
    }
  }
}
