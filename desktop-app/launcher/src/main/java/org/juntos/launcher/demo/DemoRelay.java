package org.juntos.launcher.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A relay in a process of its own, on a loopback port that stays the same over restarts.
final class DemoRelay implements AutoCloseable {
  private static final long START_SECONDS = 60;

  private final String command;
  private final Path folder;
  private final int port;
  private final Pause pause;
  private @Nullable Process process;

  /// @param command the `juntos` launcher
  /// @param folder for data, log and codes
  DemoRelay(String command, Path folder, Pause pause) throws IOException {
    this.command = command;
    this.folder = Files.createDirectories(folder);
    this.pause = pause;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = socket.getLocalPort();
    }
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  Path data() {
    return folder.resolve("data");
  }

  Path log() {
    return folder.resolve("relay.log");
  }

  /// Starts the process and waits until it says that it is ready.
  void start() throws IOException, InterruptedException {
    var output = folder.resolve("relay.out");
    Files.deleteIfExists(output);
    var started =
        new ProcessBuilder(
                command,
                "relay",
                "--data",
                data().toString(),
                "--port",
                String.valueOf(port),
                "--otp-sender",
                "file:" + codes())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    process = started;
    pause.until("the relay is ready", START_SECONDS, () -> isReady(started, output));
  }

  private static boolean isReady(Process process, Path output) {
    if (!process.isAlive()) {
      throw new DemoFailure("the relay ended with exit code " + process.exitValue());
    }
    try {
      return Files.readString(output).contains(" ready ");
    } catch (IOException e) {
      throw new DemoFailure("cannot read what the relay printed", e);
    }
  }

  /// Ends the process as a power cut would: SIGKILL.
  void kill() throws InterruptedException {
    var running = running();
    running.destroyForcibly();
    if (!running.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
      throw new DemoFailure("the relay does not die");
    }
  }

  /// What the relay holds at rest: one line an envelope or blob.
  List<String> held() throws IOException, InterruptedException {
    var listing =
        new ProcessBuilder(command, "relay", "held", "--data", data().toString())
            .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    var lines =
        new String(listing.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    if (listing.waitFor() != 0) {
      throw new DemoFailure("the relay cannot list what it holds");
    }
    return lines;
  }

  /// Writes a heap dump of the running relay.
  Path dumpHeap() throws IOException, InterruptedException {
    var target = folder.resolve("relay.hprof");
    Files.deleteIfExists(target);
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    var dump =
        new ProcessBuilder(
                jcmd.toString(),
                String.valueOf(running().pid()),
                "GC.heap_dump",
                "-all",
                target.toString())
            .redirectErrorStream(true)
            .start();
    var output = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (dump.waitFor() != 0 || !Files.exists(target)) {
      throw new DemoFailure("no heap dump of the relay: " + output.strip());
    }
    return target;
  }

  /// The newest code that was sent to `phoneNumber`.
  String codeFor(String phoneNumber) throws InterruptedException {
    var found = new ArrayList<String>();
    pause.until("a code arrives", START_SECONDS, () -> findCode(phoneNumber, found));
    return found.getLast();
  }

  private boolean findCode(String phoneNumber, List<String> found) {
    try {
      if (!Files.exists(codes())) {
        return false;
      }
      Files.readAllLines(codes()).stream()
          .filter(line -> line.contains("\"" + phoneNumber + "\""))
          .map(line -> line.replaceAll(".*\"code\":\"(\\d+)\".*", "$1"))
          .forEach(found::add);
      return !found.isEmpty();
    } catch (IOException e) {
      throw new DemoFailure("cannot read the codes", e);
    }
  }

  private Path codes() {
    return folder.resolve("codes.jsonl");
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException("the relay was not started");
    }
    return process;
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroy();
    }
  }
}
