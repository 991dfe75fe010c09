package org.juntos.relay;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Who is shown the console on the operator's port.
public sealed interface ConsoleAccess {
  /// Nobody.
  record Off() implements ConsoleAccess {}

  /// Browsers on this machine, or on a tunnel that ends here.
  record Local() implements ConsoleAccess {}

  /// Those too who come by the name that a proxy with TLS shows it under.
  record Behind(String name) implements ConsoleAccess {}

  /// Reads the setting.
  final class Converter implements ITypeConverter<ConsoleAccess> {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    @Override
    public ConsoleAccess convert(String text) {
      return switch (text) {
        case "off" -> new Off();
        case "local" -> new Local();
        default -> {
          if (!NAME.matcher(text).matches()) {
            throw new TypeConversionException(
                "must be off, local, or the name that a proxy with TLS shows it under, not '"
                    + text
                    + "'");
          }
          yield new Behind(text);
        }
      };
    }
  }
}
