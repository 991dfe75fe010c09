package org.juntos.bench.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.juntos.bench.process.ServerProcess;
import org.juntos.bench.server.Servers;
import org.juntos.relay.RelayMain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// From the start of the relay's process to its ready line, without and with the cache of its
/// classes that the `juntos` script makes.
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = "Starts the relay: time and processor time until it is ready, memory at rest.")
public final class StartBench implements Callable<Integer> {
  @Option(names = "--runs", defaultValue = "5", description = "Starts with the cache (5).")
  private int runs;

  @Option(names = "--rest", defaultValue = "5", description = "Seconds at rest before memory (5).")
  private int rest;

  private Path folder = Path.of("");

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (runs < 1 || rest < 0) {
      System.err.println("bench: --runs starts at 1, --rest at 0");
      return 2;
    }
    try (var servers = new Servers(false)) {
      folder = servers.folder();
      var cache = folder.resolve("relay.aot");
      var recorded = folder.resolve("recorded");
      start(List.of("-XX:AOTMode=record", "-Xlog:aot=off", "-XX:AOTConfiguration=" + recorded), 0);
      var bare = start(List.of(), rest);
      var figures = new Figures("relay start").with("withoutCache", bare.figures());
      if (make(recorded, cache)) {
        figures.with("withCache", best(List.of("-XX:AOTCache=" + cache)).figures());
      }
      System.out.println(figures.json());
      return 0;
    }
  }

  /// A start with the least processor time: the others were disturbed more.
  private Started best(List<String> options) throws IOException, InterruptedException {
    var best = start(options, rest);
    for (int run = 1; run < runs; run++) {
      var next = start(options, rest);
      best = next.processor().compareTo(best.processor()) < 0 ? next : best;
    }
    return best;
  }

  private Started start(List<String> options, int restSeconds)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(ServerProcess.java());
    command.addAll(options);
    command.add(RelayMain.class.getName());
    command.addAll(List.of("--data", folder.resolve("data").toString(), "--port", "0"));
    long begun = System.nanoTime();
    var process =
        new ProcessBuilder(command).redirectError(folder.resolve("start.log").toFile()).start();
    try {
      awaitReady(process);
      var took = Duration.ofNanos(System.nanoTime() - begun);
      var processor = process.info().totalCpuDuration().orElse(Duration.ZERO);
      LockSupport.parkNanos(Duration.ofSeconds(restSeconds).toNanos());
      return new Started(took, processor, ServerProcess.residentKibibytes(process) / 1_024);
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private void awaitReady(Process process) throws IOException {
    var lines = process.inputReader(StandardCharsets.UTF_8);
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains(" ready at ")) {
        return;
      }
    }
    throw new IOException(Files.readString(folder.resolve("start.log")));
  }

  /// Whether there is a cache now; Java declines when the class path has folders.
  private static boolean make(Path recorded, Path cache) throws IOException, InterruptedException {
    var command = new ArrayList<>(ServerProcess.java());
    command.addAll(
        List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recorded, "-XX:AOTCache=" + cache));
    command.add(RelayMain.class.getName());
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    return Files.exists(cache);
  }

  private record Started(Duration took, Duration processor, long residentMebibytes) {
    Figures figures() {
      return new Figures()
          .with("seconds", took.toNanos() / 1e9)
          .with("cpuSeconds", processor.toNanos() / 1e9)
          .with("rssMb", residentMebibytes);
    }
  }
}
