package org.juntos.relay;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Form of the log.
public enum LogFormat {
  /// Text on a terminal, JSON elsewhere.
  AUTO,
  /// `time=… level=… event=…`.
  TEXT,
  /// One JSON object a line.
  JSON;

  /// The value of [org.juntos.relay.log.LogSetup#FORM] for it.
  String form(boolean onTerminal) {
    return this == JSON || (this == AUTO && !onTerminal) ? "json" : "text";
  }

  /// Reads the option.
  static final class Converter implements ITypeConverter<LogFormat> {
    @Override
    public LogFormat convert(String text) {
      for (var format : values()) {
        if (format.name().toLowerCase(Locale.ROOT).equals(text)) {
          return format;
        }
      }
      throw new TypeConversionException("must be auto, text or json, not '" + text + "'");
    }
  }
}
