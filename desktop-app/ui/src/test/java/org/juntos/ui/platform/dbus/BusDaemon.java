package org.juntos.ui.platform.dbus;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A session bus of its own (Debian's `dbus-daemon`).
record BusDaemon(Process process, Path socket) implements AutoCloseable {
  private static final Path DAEMON = Path.of("/usr/bin/dbus-daemon");
  private static final String CONFIG =
      """
      <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
        "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
      <busconfig>
        <type>session</type>
        <listen>unix:path=%s</listen>
        <policy context="default">
          <allow send_destination="*" eavesdrop="true"/>
          <allow eavesdrop="true"/>
          <allow own="*"/>
        </policy>
      </busconfig>
      """;

  static boolean isThere() {
    return Files.isExecutable(DAEMON);
  }

  static BusDaemon in(Path folder) throws IOException {
    var socket = folder.resolve("bus");
    var config =
        Files.writeString(folder.resolve("bus.conf"), CONFIG.replace("%s", socket.toString()));
    var process =
        new ProcessBuilder(
                DAEMON.toString(), "--config-file=" + config, "--nofork", "--print-address=1")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var said = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
    assertNotNull(new BufferedReader(said).readLine(), "the daemon has not started");
    return new BusDaemon(process, socket);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
