package org.juntos.relay.config;

import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// A settings file with every setting in it, commented out at its default.
public final class Sample {
  private static final String HEAD =
      """
      # Settings of a Juntos relay (HOCON). Use it with: juntos relay --config FILE
      # Every setting is also an option of the command line (--port) and a variable of the
      # environment (JUNTOS_RELAY_PORT). The command line outranks the environment, which outranks
      # this file. ${?NAME} stands for a variable of the environment.
      # Check it with: juntos relay config check --config FILE
      """;

  private Sample() {}

  /// The file for the settings of `command`.
  public static String of(CommandSpec command) {
    var text = new StringBuilder(HEAD);
    for (var option : Settings.options(command)) {
      text.append('\n');
      for (var line : option.description()) {
        text.append("# ").append(line.replace("${DEFAULT-VALUE}", standard(option))).append('\n');
      }
      text.append("# Takes ").append(takes(option)).append('\n');
      text.append('#').append(Settings.key(option)).append(" = ");
      text.append(Settings.hocon(standard(option))).append('\n');
    }
    return text.toString();
  }

  private static String takes(OptionSpec option) {
    return option.typeInfo().isBoolean() ? "true|false" : option.paramLabel();
  }

  private static String standard(OptionSpec option) {
    return option.required() ? "" : Objects.toString(option.defaultValue(), "");
  }
}
