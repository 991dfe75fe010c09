package org.juntos.ui.platform.dbus;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the session's bus is.
final class BusAddress {
  private static final String PATH = "unix:path=";

  private BusAddress() {}

  /// Its socket; null when the session names none that is a file.
  static @Nullable Path of(Map<String, String> environment) {
    for (var address : environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").split(";", -1)) {
      if (address.startsWith(PATH)) {
        var path = address.substring(PATH.length()).split(",", 2)[0];
        return Path.of(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8));
      }
    }
    var runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
    return runtime.isEmpty() ? null : Path.of(runtime, "bus");
  }
}
