package org.juntos.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.juntos.bench.process.ServerProcess;
import org.juntos.bench.server.Servers;
import org.juntos.bench.talk.Plan;
import org.juntos.bench.talk.Trial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Long queues: what an operation costs while they grow, and how fast they drain.
@Command(
    name = "queue",
    mixinStandardHelpOptions = true,
    description =
        "Queues messages evenly for devices that are away and tells what one costs as the queues"
            + " grow tenfold from step to step; then the devices drain, in order. Beside it the"
            + " rate of pairs that talk.")
public final class QueueBench implements Callable<Integer> {
  private static final int MOST_SENDERS = 50;
  private static final int SENDERS_WINDOW = 512;

  @Option(names = "--devices", defaultValue = "1", description = "Devices that are away (1).")
  private int devices;

  @Option(names = "--queued", defaultValue = "100000", description = "Messages in all (100000).")
  private int queued;

  @Option(names = "--from", defaultValue = "10000", description = "The first step (10000).")
  private int from;

  @Option(names = "--seconds", defaultValue = "5", description = "Of the pairs that talk (5).")
  private int seconds;

  private int senders;

  @Override
  public Integer call() throws IOException, InterruptedException {
    senders = Math.min(MOST_SENDERS, devices);
    if (devices < 1 || devices % senders != 0 || from < devices || queued < from || seconds < 1) {
      System.err.println(
          "bench: --devices is less than 50 or a multiple of it, --from at least --devices,"
              + " --queued at least --from");
      return 2;
    }
    double talked = talk();
    try (var servers = new Servers(false);
        var relay = servers.relay()) {
      return queue(servers, relay, talked);
    }
  }

  /// The rate of pairs that talk, on a relay of their own.
  private double talk() throws IOException {
    var plan = new Plan(64, 0, 4, 0, Duration.ofSeconds(5), Duration.ofSeconds(seconds));
    try (var other = new Servers(false);
        var relay = other.relay()) {
      return new Trial(relay, plan).run(other.accounts(relay, plan.accounts())).messagesPerSecond();
    }
  }

  private int queue(Servers servers, ServerProcess relay, double talked)
      throws IOException, InterruptedException {
    var accounts = servers.accounts(relay, senders + devices);
    var away = accounts.subList(senders, accounts.size());
    try (var queue = new Queued(relay, accounts.subList(0, senders), away)) {
      var figures = new Figures("relay queue").with("devices", devices).with("talk", talked);
      for (long step = from; step <= queued; step *= 10) {
        figures.with("queuedTo" + step, told(step, queue.growTo(step, SENDERS_WINDOW / senders)));
      }
      var drained = queue.drain(relay);
      figures.with("drained", Figures.of(drained));
      figures.with("drainedToTalk", drained.perSecond() / talked);
      System.out.println(figures.json());
      return drained.work() == queue.accepted() ? 0 : 1;
    }
  }

  private static Figures told(long step, Stretch stretch) {
    System.err.printf(
        "  %,9d queued: %,.0f/s, %.1f us of server CPU each%n",
        step, stretch.perSecond(), stretch.microsEach());
    return Figures.of(stretch);
  }
}
