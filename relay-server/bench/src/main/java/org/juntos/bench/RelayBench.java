package org.juntos.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.juntos.bench.floor.BenchKeystore;
import org.juntos.bench.floor.FloorMain;
import org.juntos.bench.load.Account;
import org.juntos.bench.server.AccountMaker;
import org.juntos.bench.server.RelayChild;
import org.juntos.bench.server.ServerProcess;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures the relay, and the floor under the same load, and prints one JSON line at the end.
@Command(
    name = "juntos bench relay",
    mixinStandardHelpOptions = true,
    description = "Durable messages a second, latency and processor time, beside a bare floor.")
final class RelayBench implements Callable<Integer> {
  @Option(
      names = "--pairs",
      defaultValue = "64",
      description = "Pairs of devices, one sending 1 KiB to the other (default ${DEFAULT-VALUE}).")
  private int pairs;

  @Option(
      names = "--rate",
      defaultValue = "0",
      description =
          "Messages a second in all, sent on time whatever comes back; 0 sends as fast as results"
              + " come back (default).")
  private int rate;

  @Option(
      names = "--window",
      defaultValue = "4",
      description = "Messages of each pair on their way when there is no rate (default 4).")
  private int window;

  @Option(names = "--seconds", defaultValue = "15", description = "How long to measure (15).")
  private int seconds;

  @Option(names = "--warm-up", defaultValue = "8", description = "Seconds before that (8).")
  private int warmUp;

  @Option(names = "--tls", description = "Over TLS with a self-signed certificate.")
  private boolean tls;

  @Option(names = "--idle", defaultValue = "0", description = "Further sockets that stay idle.")
  private int idle;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (pairs < 1 || rate < 0 || window < 1 || seconds < 1 || warmUp < 0 || idle < 0) {
      System.err.println("bench: --pairs, --window and --seconds start at 1, the others at 0");
      return 2;
    }
    var plan =
        new Plan(
            pairs, rate, window, idle, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
    var folder = Files.createTempDirectory("juntos-bench");
    try {
      var floor = floor(folder, plan);
      System.err.println("floor: " + floor.sentence());
      var relay = relay(folder, plan);
      System.err.println("relay: " + relay.sentence());
      System.out.println(new Comparison(relay, floor).json());
      return 0;
    } finally {
      delete(folder);
    }
  }

  private Measured floor(Path folder, Plan plan) throws IOException, InterruptedException {
    var arguments = new ArrayList<>(List.of(folder.resolve("floor").toString()));
    if (tls) {
      arguments.add(BenchKeystore.make(folder).toString());
    }
    try (var server =
        ServerProcess.start(FloorMain.class, folder.resolve("floor.log"), arguments)) {
      return new Trial(server, plan).run(numbered(plan.accounts()));
    }
  }

  /// The floor knows no accounts: a device is its number.
  private static List<Account> numbered(int count) {
    var accounts = new ArrayList<Account>(count);
    for (int i = 0; i < count; i++) {
      var device = new DeviceAddress(new AccountId(new UUID(0, i)), 1);
      accounts.add(new Account(device, Integer.toString(i)));
    }
    return accounts;
  }

  private Measured relay(Path folder, Plan plan) throws IOException {
    var codes = folder.resolve("codes");
    var arguments = new ArrayList<>(List.of(folder.resolve("relay").toString(), codes.toString()));
    if (tls) {
      arguments.add("tls");
    }
    try (var server =
            ServerProcess.start(RelayChild.class, folder.resolve("relay.log"), arguments);
        var maker = new AccountMaker(server.target(), codes)) {
      return new Trial(server, plan).run(maker.make(plan.accounts()));
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
