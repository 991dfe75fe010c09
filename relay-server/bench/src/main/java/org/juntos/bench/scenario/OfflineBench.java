package org.juntos.bench.scenario;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.juntos.bench.load.Account;
import org.juntos.bench.process.ServerProcess;
import org.juntos.bench.server.Servers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Messages for devices that are away, a kill, and the devices' return.
@Command(
    name = "offline",
    mixinStandardHelpOptions = true,
    description =
        "Stores messages for devices that are away, kills the relay with -9, starts it again and"
            + " lets the devices drain: how fast, and how many accepted messages were lost.")
public final class OfflineBench implements Callable<Integer> {
  @Option(names = "--pairs", defaultValue = "50", description = "Senders, each with one device.")
  private int pairs;

  @Option(names = "--messages", defaultValue = "200000", description = "Messages in all.")
  private int messages;

  @Option(names = "--window", defaultValue = "16", description = "Of each pair on their way.")
  private int window;

  @Option(names = "--tls", description = "Over TLS with a self-signed certificate.")
  private boolean tls;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (pairs < 1 || messages < pairs || window < 1) {
      System.err.println("bench: --pairs and --window start at 1, --messages at --pairs");
      return 2;
    }
    try (var servers = new Servers(tls)) {
      var floor = floor(servers);
      Queued queued;
      Stretch stored;
      try (var relay = servers.relay()) {
        queued = queued(relay, servers.accounts(relay, 2 * pairs));
        stored = queued.growTo(messages, window);
        queued.close();
        relay.kill();
      }
      try (var relay = servers.relay()) {
        var drained = queued.drain(relay);
        System.out.println(figures(floor, stored, drained).json());
        return drained.work() < stored.work() ? 1 : 0;
      }
    }
  }

  private Stretch floor(Servers servers) throws IOException, InterruptedException {
    try (var server = servers.floor();
        var queued = queued(server, Servers.numbered(2 * pairs))) {
      return queued.growTo(messages, window);
    }
  }

  private Queued queued(ServerProcess server, List<Account> accounts) throws IOException {
    return new Queued(server, accounts.subList(0, pairs), accounts.subList(pairs, 2 * pairs));
  }

  private static Figures figures(Stretch floor, Stretch stored, Stretch drained) {
    return new Figures("relay offline")
        .with("accepted", stored.work())
        .with("lostByKill", Math.max(0, stored.work() - drained.work()))
        .with("stored", Figures.of(stored))
        .with("drained", Figures.of(drained))
        .with("floor", Figures.of(floor))
        .with("ratio", Figures.ratio(stored, floor));
  }
}
