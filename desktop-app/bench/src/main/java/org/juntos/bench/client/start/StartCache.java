package org.juntos.bench.client.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.juntos.bench.client.process.ClientProcess;

/// What the desktop app starts from after its first sessions: classes loaded and linked, profiles
/// of methods. Recorded and made as the `juntos` script does it.
///
/// @param folder for its files
record StartCache(Path folder) {
  /// Options of a session that records.
  List<String> recording() {
    return List.of("-XX:AOTMode=record", "-Xlog:aot=off", "-XX:AOTConfiguration=" + recorded());
  }

  /// Makes the cache of what was recorded; Java declines when the class path has folders.
  ///
  /// @return whether there is one now
  boolean make() throws IOException, InterruptedException {
    var command = new ArrayList<>(ClientProcess.java());
    command.addAll(
        List.of(
            "-XX:AOTMode=create", "-XX:AOTConfiguration=" + recorded(), "-XX:AOTCache=" + cache()));
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("cache.log").toFile())
        .start()
        .waitFor();
    return Files.exists(cache());
  }

  /// Options of a session that starts from the cache, if there is one.
  List<String> using() {
    return Files.exists(cache()) ? List.of("-XX:AOTCache=" + cache()) : List.of();
  }

  private Path recorded() {
    return folder.resolve("desktop.aot.recorded");
  }

  private Path cache() {
    return folder.resolve("desktop.aot");
  }
}
