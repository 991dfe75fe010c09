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

  /// What `logback.xml` reads; it has to be set before anything is logged.
  static final String PROPERTY = "juntos.relay.log";

  /// Name of the appender that writes this form.
  String appender(boolean onTerminal) {
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
