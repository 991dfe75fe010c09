package org.juntos.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.juntos.bench.scenario.FanOutBench;
import org.juntos.bench.scenario.IdleBench;
import org.juntos.bench.scenario.OfflineBench;
import org.juntos.bench.scenario.QueueBench;
import org.juntos.bench.scenario.StartBench;
import org.juntos.bench.scenario.StormBench;
import org.juntos.bench.server.Servers;
import org.juntos.bench.talk.Comparison;
import org.juntos.bench.talk.Measured;
import org.juntos.bench.talk.Plan;
import org.juntos.bench.talk.Trial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures the relay, and the floor under the same load, and prints one JSON line at the end.
@Command(
    name = "juntos bench relay",
    mixinStandardHelpOptions = true,
    description = "Durable messages a second, latency and processor time, beside a bare floor.",
    subcommands = {
      IdleBench.class,
      OfflineBench.class,
      QueueBench.class,
      StartBench.class,
      StormBench.class
    })
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

  @Option(
      names = "--rounds",
      defaultValue = "1",
      description = "How often to measure floor and relay in turn; the middle one counts (1).")
  private int rounds;

  @Option(names = "--tls", description = "Over TLS with a self-signed certificate.")
  private boolean tls;

  @Option(names = "--idle", defaultValue = "0", description = "Further sockets that stay idle.")
  private int idle;

  @Option(
      names = "--fanout",
      paramLabel = "MEMBERS",
      description =
          "Instead of pairs: one message to all of a group of so many (2 to 1000), beside one to"
              + " each.")
  private int fanOut;

  @Option(
      names = "--copies",
      defaultValue = "20000",
      description = "With --fanout: messages in each way and size (20000).")
  private int copies;

  @Override
  public Integer call() throws IOException, InterruptedException {
    return fanOut == 0 ? talk() : fanOut();
  }

  private int fanOut() throws IOException, InterruptedException {
    if (fanOut < 2 || fanOut > FanOutBench.MOST || copies < 1) {
      System.err.println("bench: --fanout is 2 to 1000, --copies starts at 1");
      return 2;
    }
    new FanOutBench(fanOut, copies).run();
    return 0;
  }

  private int talk() throws IOException, InterruptedException {
    if (Math.min(Math.min(pairs, window), Math.min(seconds, rounds)) < 1
        || Math.min(Math.min(rate, warmUp), idle) < 0) {
      System.err.println(
          "bench: --pairs, --window, --seconds and --rounds start at 1, the others at 0");
      return 2;
    }
    var plan =
        new Plan(
            pairs, rate, window, idle, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
    var compared = new ArrayList<Comparison>();
    for (int round = 0; round < rounds; round++) {
      try (var servers = new Servers(tls)) {
        compared.add(compare(servers, plan));
      }
    }
    System.out.println(Comparison.json(compared));
    return 0;
  }

  private static Comparison compare(Servers servers, Plan plan)
      throws IOException, InterruptedException {
    var floor = floor(servers, plan);
    System.err.println("floor: " + floor.sentence());
    var relay = relay(servers, plan);
    System.err.println("relay: " + relay.sentence());
    return new Comparison(relay, floor);
  }

  private static Measured floor(Servers servers, Plan plan)
      throws IOException, InterruptedException {
    try (var server = servers.floor()) {
      return new Trial(server, plan).run(Servers.numbered(plan.accounts()));
    }
  }

  private static Measured relay(Servers servers, Plan plan) throws IOException {
    try (var server = servers.relay()) {
      return new Trial(server, plan).run(servers.accounts(server, plan.accounts()));
    }
  }
}
