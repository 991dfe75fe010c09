package org.juntos.relay;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A relay in a process of its own, in `folder/data`, with its codes in `folder/codes.jsonl`.
record RelayProcess(Process process, String address, Path folder) implements AutoCloseable {
  static RelayProcess start(Path folder, int port, String... options) throws IOException {
    return start(List.of(), folder, port, options);
  }

  /// @param wrapper words before the command
  static RelayProcess start(List<String> wrapper, Path folder, int port, String... options)
      throws IOException {
    var command = new ArrayList<>(wrapper);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.library.path=" + System.getProperty("java.library.path"),
            "-cp",
            System.getProperty("java.class.path"),
            RelayMain.class.getName(),
            "--data",
            folder.resolve("data").toString(),
            "--port",
            Integer.toString(port),
            "--otp-sender",
            "file:" + folder.resolve("codes.jsonl"),
            "--no-rate-limits"));
    command.addAll(List.of(options));
    var log = ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile());
    var process = new ProcessBuilder(command).redirectError(log).start();
    var line = process.inputReader(StandardCharsets.UTF_8).readLine();
    if (line == null) {
      throw new AssertionError("the relay did not start, see " + folder.resolve("log"));
    }
    return new RelayProcess(process, line.replaceAll(".* ready at (\\S+).*", "$1"), folder);
  }

  RunningRelay relay() throws RelayStartException {
    return RunningRelay.elsewhere(address, folder.resolve("codes.jsonl"));
  }

  int port() {
    return URI.create(address).getPort();
  }

  /// SIGKILL; returns when the process is gone.
  void kill() {
    process.destroyForcibly().onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    kill();
  }
}
