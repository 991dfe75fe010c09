package org.juntos.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.juntos.bench.load.Account;
import org.juntos.bench.load.Load;
import org.juntos.bench.load.Meter;
import org.juntos.bench.process.ServerProcess;
import org.juntos.bench.server.Servers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Sockets on which nothing happens but keep-alives.
@Command(
    name = "idle",
    mixinStandardHelpOptions = true,
    description =
        "Opens sockets on which nothing happens but keep-alives: heap, resident memory and"
            + " processor time of each, on the relay and on the floor.")
public final class IdleBench implements Callable<Integer> {
  @Option(names = "--sockets", defaultValue = "10000", description = "Sockets (10000).")
  private int sockets;

  @Option(names = "--seconds", defaultValue = "60", description = "How long they idle (60).")
  private int seconds;

  @Option(names = "--tls", description = "Over TLS with a self-signed certificate.")
  private boolean tls;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (sockets < 1 || seconds < 1) {
      System.err.println("bench: --sockets and --seconds start at 1");
      return 2;
    }
    try (var servers = new Servers(tls)) {
      Figures floor;
      try (var server = servers.floor()) {
        floor = idle(server, Servers.numbered(sockets), new Figures());
      }
      try (var relay = servers.relay()) {
        var figures = new Figures("relay idle").with("sockets", sockets);
        var accounts = servers.accounts(relay, sockets);
        System.out.println(idle(relay, accounts, figures).with("floor", floor).json());
      }
      return 0;
    }
  }

  private Figures idle(ServerProcess server, List<Account> accounts, Figures figures)
      throws IOException {
    long heap = server.heapBytes();
    long resident = server.residentKibibytes();
    try (var load = new Load(new Meter())) {
      for (var account : accounts) {
        load.idle(server.target(), account);
      }
      long heapNow = server.heapBytes();
      var begun = Stretch.Begun.now(server);
      rest(load);
      var idled = begun.end(sockets);
      // after the rest: what opening them needed besides is given back little by little
      double residentEach = (server.residentKibibytes() - resident) / (double) sockets;
      return figures
          .with("heapKbEach", (heapNow - heap) / 1_024.0 / sockets)
          .with("rssKbEach", residentEach)
          .with("cpuPercentOfACore", 100.0 * idled.processor().toNanos() / idled.took().toNanos())
          .with("heapMb", heapNow / 1_048_576)
          .with("rssMb", server.residentMebibytes());
    }
  }

  private void rest(Load load) throws IOException {
    long until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    while (System.nanoTime() - until < 0) {
      LockSupport.parkNanos(100_000_000);
      load.check();
    }
  }
}
