package org.juntos.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.juntos.bench.load.Account;
import org.juntos.bench.load.Crowd;
import org.juntos.bench.load.Load;
import org.juntos.bench.load.Mailbox;
import org.juntos.bench.load.Meter;
import org.juntos.bench.process.ServerProcess;
import org.juntos.bench.server.Servers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Everybody is cut off at once and comes back, while messages for them go on coming.
@Command(
    name = "storm",
    mixinStandardHelpOptions = true,
    description =
        "Cuts all clients off at once; each comes back as the protocol says, while messages go on"
            + " coming: how long until everybody has drained, and whether anything was lost.")
public final class StormBench implements Callable<Integer> {
  private static final Duration DRAIN = Duration.ofSeconds(20);

  @Option(names = "--clients", defaultValue = "5000", description = "Clients (5000).")
  private int clients;

  @Option(names = "--rate", defaultValue = "2000", description = "Messages a second to them all.")
  private int rate;

  @Option(names = "--tls", description = "Over TLS with a self-signed certificate.")
  private boolean tls;

  private final Meter meter = new Meter();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (clients < 1 || rate < 1) {
      System.err.println("bench: --clients and --rate start at 1");
      return 2;
    }
    try (var servers = new Servers(tls);
        var relay = servers.relay()) {
      var accounts = servers.accounts(relay, 1 + clients);
      try (var crowd = new Crowd(relay.target(), mailboxes(accounts), meter);
          var load = new Load(meter)) {
        storm(relay, crowd, load, accounts);
      }
      return 0;
    }
  }

  private void storm(ServerProcess relay, Crowd crowd, Load load, List<Account> accounts)
      throws IOException, InterruptedException {
    var others = accounts.subList(1, accounts.size());
    load.sender(relay.target(), accounts.getFirst(), others, false, Long.MAX_VALUE);
    var opened = crowd.caughtUp(System.nanoTime());
    long untilNanos = System.nanoTime() + 120_000_000_000L;
    var sending = Thread.ofPlatform().start(() -> send(load, untilNanos));
    load.awaitAccepted(rate);
    var begun = Stretch.Begun.now(relay);
    crowd.cut();
    var back = crowd.caughtUp(begun.nanos());
    var storm = begun.end(clients);
    load.stop();
    sending.join();
    load.drain(DRAIN);
    System.err.printf("  opened in %d ms%n", opened.getMaxValue());
    System.out.println(figures(back, storm, relay.residentMebibytes()).json());
  }

  private void send(Load load, long untilNanos) {
    try {
      load.sendOpen(rate, untilNanos);
    } catch (IOException e) {
      System.err.println("  the load ended early: " + e.getMessage());
    }
  }

  private Figures figures(Histogram back, Stretch storm, long resident) {
    return new Figures("relay storm")
        .with("clients", clients)
        .with("backP50Ms", back.getValueAtPercentile(50))
        .with("backP99Ms", back.getValueAtPercentile(99))
        .with("allBackMs", back.getMaxValue())
        .with("serverCpuSeconds", storm.processor().toNanos() / 1e9)
        .with("rssMb", resident);
  }

  private List<Mailbox> mailboxes(List<Account> accounts) {
    var mailboxes = new ArrayList<Mailbox>(clients);
    for (int i = 0; i < clients; i++) {
      mailboxes.add(new Mailbox(accounts.get(i + 1), i + 1L, clients));
    }
    return mailboxes;
  }
}
