package org.juntos.bench.server;

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
  private final URI address;

  private ServerProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /// Starts `main`, which prints its address as its first line and ends with its standard input.
  ///
  /// JVM options of servers come from the system property `juntos.server.options`.
  ///
  /// @param log where its standard error goes
  public static ServerProcess start(Class<?> main, Path log, List<String> arguments)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    var options = System.getProperty("juntos.server.options", "").strip();
    if (!options.isEmpty()) {
      command.addAll(List.of(options.split(" +")));
    }
    command.add("-Djava.library.path=" + System.getProperty("java.library.path"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    var process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    var lines = process.inputReader(StandardCharsets.UTF_8);
    var first = lines.readLine();
    if (first == null) {
      throw new IOException("the server did not start:\n" + Files.readString(log));
    }
    return new ServerProcess(process, URI.create(first));
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
    var status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    for (var line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1_024;
      }
    }
    return 0;
  }

  /// How sockets to it are made.
  public Target target() {
    return Target.at(address);
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
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
