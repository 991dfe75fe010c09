package org.juntos.relay.config;

import com.typesafe.config.ConfigUtil;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// What environment and file say of the options that the command line leaves out. An option
/// `--max-blob-bytes` is the key `max-blob-bytes` of the file and the variable
/// `JUNTOS_RELAY_MAX_BLOB_BYTES`; the option's declaration is the one place for its default, its
/// limits and its description.
public final class Settings implements IDefaultValueProvider {
  /// The option that names the file.
  public static final String FILE_OPTION = "--config";

  private static final String PREFIX = "JUNTOS_RELAY_";
  private static final String FILE_VARIABLE = PREFIX + "CONFIG";
  private static final Pattern SECRET = Pattern.compile("secret|password|token");
  private static final Pattern PATH_OF_ADDRESS = Pattern.compile("^(webhook:[a-z]+://[^/]+)/.+");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/-]+");
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z0-9-]*");

  private final SettingsFile file;
  private final Map<String, String> environment;

  private Settings(SettingsFile file, Map<String, String> environment) {
    this.file = file;
    this.environment = Map.copyOf(environment);
  }

  /// Reads the file that `arguments` or `environment` name, if they do.
  ///
  /// @throws WrongSettingException when it cannot be read
  public static Settings of(List<String> arguments, Map<String, String> environment)
      throws WrongSettingException {
    var path = named(arguments);
    if (path == null) {
      path = environment.get(FILE_VARIABLE);
    }
    var file = path == null ? SettingsFile.none() : SettingsFile.read(Path.of(path), environment);
    return new Settings(file, environment);
  }

  private static @Nullable String named(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      var argument = arguments.get(i);
      if (argument.startsWith(FILE_OPTION + "=")) {
        return argument.substring(FILE_OPTION.length() + 1);
      }
      if (argument.equals(FILE_OPTION) && i + 1 < arguments.size()) {
        return arguments.get(i + 1);
      }
    }
    return null;
  }

  /// Refuses keys and variables that no option of `command` answers to.
  ///
  /// @throws WrongSettingException that names the first such key and all that are known
  public void check(CommandSpec command) throws WrongSettingException {
    var known = options(command).stream().map(Settings::key).collect(Collectors.toSet());
    for (var entry : file.entries().entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw unknown(
            file.path()
                + " line "
                + entry.getValue().line()
                + ": unknown setting "
                + entry.getKey(),
            known);
      }
    }
    var variables = known.stream().map(Settings::variable).collect(Collectors.toSet());
    for (var name : new TreeSet<>(environment.keySet())) {
      if (name.startsWith(PREFIX) && !name.equals(FILE_VARIABLE) && !variables.contains(name)) {
        throw unknown("unknown setting in the environment variable " + name, known);
      }
    }
  }

  private static WrongSettingException unknown(String what, Set<String> known) {
    return new WrongSettingException(
        what + "; known are " + String.join(", ", new TreeSet<>(known)));
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || !isSetting(option)) {
      return null;
    }
    var said = environment.get(variable(key(option)));
    if (said != null) {
      return said;
    }
    var entry = file.entries().get(key(option));
    return entry == null ? null : entry.value();
  }

  /// A setting as it is in force.
  public record Effective(String key, String value, Origin origin) {
    /// The value, masked when it is a secret, or may have one in the path of an address.
    public String shown() {
      return SECRET.matcher(key).find() && !value.isEmpty()
          ? "***"
          : PATH_OF_ADDRESS.matcher(value).replaceFirst("$1/***");
    }

    /// A line of HOCON; secrets are masked.
    @Override
    public String toString() {
      return key + " = " + hocon(shown()) + "  # " + origin;
    }
  }

  /// `value` as it is written in a file.
  static String hocon(String value) {
    return PLAIN.matcher(value).matches() ? value : ConfigUtil.quoteString(value);
  }

  /// All settings of a command that was parsed.
  public List<Effective> effective(CommandSpec command) {
    var all = new ArrayList<Effective>();
    for (var option : options(command)) {
      var origin = origin(option, command);
      all.add(new Effective(key(option), value(option, origin), origin));
    }
    return all;
  }

  private String value(OptionSpec option, Origin origin) {
    if (origin instanceof Origin.Flag && !option.originalStringValues().isEmpty()) {
      return String.join(",", option.originalStringValues());
    }
    var said = defaultValue(option);
    if (said != null) {
      return said;
    }
    Object value = option.getValue();
    return option.defaultValue() != null ? option.defaultValue() : value == null ? "" : value + "";
  }

  private Origin origin(OptionSpec option, CommandSpec command) {
    var parsed = command.commandLine().getParseResult();
    if (parsed != null && parsed.hasMatchedOption(option)) {
      return new Origin.Flag(option.longestName());
    }
    return beyondFlags(option);
  }

  private Origin beyondFlags(OptionSpec option) {
    var variable = variable(key(option));
    if (environment.containsKey(variable)) {
      return new Origin.Environment(variable);
    }
    var entry = file.entries().get(key(option));
    var path = file.path();
    return entry == null || path == null
        ? new Origin.Default()
        : new Origin.InFile(path, entry.line());
  }

  /// The message of `wrong`, led by the place of the setting when that is not the command line.
  public String located(ParameterException wrong, List<String> arguments) {
    var command = wrong.getCommandLine().getCommandSpec();
    var option = wrong.getArgSpec() instanceof OptionSpec named ? named : named(wrong, command);
    var message = String.valueOf(wrong.getMessage());
    if (option == null || isGiven(option, arguments)) {
      return message;
    }
    var origin = beyondFlags(option);
    return origin instanceof Origin.Default ? message : origin + ": " + message;
  }

  private static @Nullable OptionSpec named(ParameterException wrong, CommandSpec command) {
    var name = OPTION.matcher(String.valueOf(wrong.getMessage()));
    return name.find() ? command.findOption(name.group()) : null;
  }

  private static boolean isGiven(OptionSpec option, List<String> arguments) {
    var name = option.longestName();
    return arguments.stream().anyMatch(a -> a.equals(name) || a.startsWith(name + "="));
  }

  /// The options of `command` that are settings, in their order.
  public static List<OptionSpec> options(CommandSpec command) {
    return command.options().stream().filter(Settings::isSetting).toList();
  }

  private static boolean isSetting(OptionSpec option) {
    return !option.usageHelp()
        && !option.versionHelp()
        && !option.longestName().equals(FILE_OPTION)
        && !option.longestName().equals("--json");
  }

  /// The key of `option` in the file.
  public static String key(OptionSpec option) {
    return option.longestName().substring(2);
  }

  private static String variable(String key) {
    return PREFIX + key.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
