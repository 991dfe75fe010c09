package org.juntos.bench.process;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.juntos.bench.load.Target;

/// A server in a Java process of its own, so that its processor time and memory are its own.
public final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final URI address;

  private ServerProcess(Process process, BufferedReader answers, URI address) {
    this.process = process;
    this.answers = answers;
    this.address = address;
  }

  /// A Java command for servers, up to the name of their main class: this program's class path, and
  /// the options in the system property `juntos.server.options` (words, or `@` and a file of them).
  public static List<String> java() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    var options = System.getProperty("juntos.server.options", "").strip();
    if (options.startsWith("@")) {
      command.add(options);
    } else if (!options.isEmpty()) {
      command.addAll(List.of(options.split(" +")));
    }
    for (var natives : List.of("java.library.path", "org.sqlite.lib.path")) {
      command.add("-D" + natives + "=" + System.getProperty(natives, ""));
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    return command;
  }

  /// Starts `main`, which prints its address as its first line and ends with its standard input.
  ///
  /// @param log where its standard error goes
  public static ServerProcess start(Class<?> main, Path log, List<String> arguments)
      throws IOException {
    var command = new ArrayList<>(java());
    command.add(main.getName());
    command.addAll(arguments);
    var process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    var lines = process.inputReader(StandardCharsets.UTF_8);
    var first = lines.readLine();
    if (first == null) {
      throw new IOException("the server did not start:\n" + Files.readString(log));
    }
    return new ServerProcess(process, lines, URI.create(first));
  }

  /// Where it listens.
  public URI address() {
    return address;
  }

  /// Processor time since its start, user and system.
  public Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /// Resident memory in mebibytes; 0 where the system does not tell.
  public long residentMebibytes() throws IOException {
    return residentKibibytes() / 1_024;
  }

  /// Resident memory in kibibytes; 0 where the system does not tell.
  public long residentKibibytes() throws IOException {
    return residentKibibytes(process);
  }

  /// Resident memory of `process` in kibibytes; 0 where the system does not tell.
  public static long residentKibibytes(Process process) throws IOException {
    var status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    for (var line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    return 0;
  }

  /// What is reachable in its heap now, in bytes.
  public long heapBytes() throws IOException {
    var asking = process.outputWriter(StandardCharsets.UTF_8);
    asking.write(Serving.HEAP + "\n");
    asking.flush();
    var answer = answers.readLine();
    if (answer == null) {
      throw new EOFException("the server has ended");
    }
    return Long.parseLong(answer);
  }

  /// Kills it (`kill -9`): nothing that it has not made durable is left.
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// How sockets to it are made.
  public Target target() {
    return Target.at(address);
  }

  @Override
  public void close() throws IOException {
    if (process.isAlive()) {
      process.getOutputStream().close();
    }
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
