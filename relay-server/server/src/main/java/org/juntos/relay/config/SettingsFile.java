package org.juntos.relay.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A settings file (HOCON): one value a key, the keys named like the options of the command line.
///
/// @param path null when there is none
record SettingsFile(@Nullable Path path, Map<String, Entry> entries) {
  private static final Set<ConfigValueType> SCALARS =
      Set.of(ConfigValueType.STRING, ConfigValueType.NUMBER, ConfigValueType.BOOLEAN);

  /// @param line counted from one
  record Entry(String value, int line) {}

  static SettingsFile none() {
    return new SettingsFile(null, Map.of());
  }

  /// Reads `path`; `${?NAME}` in it stands for a variable of `environment`.
  static SettingsFile read(Path path, Map<String, String> environment)
      throws WrongSettingException {
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw new WrongSettingException("cannot read the settings file " + path);
    }
    var entries = new TreeMap<String, Entry>();
    for (var setting : parse(path, environment).root().entrySet()) {
      entries.put(setting.getKey(), entry(path, setting.getKey(), setting.getValue()));
    }
    return new SettingsFile(path, entries);
  }

  private static Config parse(Path path, Map<String, String> environment)
      throws WrongSettingException {
    try {
      return ConfigFactory.parseFile(
              path.toFile(), ConfigParseOptions.defaults().setAllowMissing(false))
          .resolveWith(ConfigValueFactory.fromMap(environment).toConfig());
    } catch (ConfigException unreadable) {
      var place = unreadable.origin() == null ? -1 : unreadable.origin().lineNumber();
      throw new WrongSettingException(
          path + (place < 0 ? "" : " line " + place) + ": " + said(unreadable), unreadable);
    }
  }

  /// The library's sentence without the place that it puts in front.
  private static String said(ConfigException unreadable) {
    var text = String.valueOf(unreadable.getMessage()).replaceAll("\\s+", " ");
    return text.replaceFirst("^.*?: \\d+: ", "");
  }

  private static Entry entry(Path path, String key, ConfigValue value)
      throws WrongSettingException {
    int line = value.origin().lineNumber();
    if (!SCALARS.contains(value.valueType())) {
      throw new WrongSettingException(
          path + " line " + line + ": " + key + " must be one word, number, true or false");
    }
    return new Entry(String.valueOf(value.unwrapped()), line);
  }
}
