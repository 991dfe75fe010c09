package org.juntos.bench.talk;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.juntos.bench.load.Account;
import org.juntos.bench.load.Load;
import org.juntos.bench.load.Meter;
import org.juntos.bench.process.ServerProcess;

/// One load on one server: warm up, measure, drain.
public final class Trial {
  private static final Duration DRAIN = Duration.ofSeconds(20);

  private final ServerProcess server;
  private final Plan plan;
  private final Meter meter = new Meter();

  /// Nothing is opened yet.
  public Trial(ServerProcess server, Plan plan) {
    this.server = server;
    this.plan = plan;
  }

  /// Runs it with two accounts for each pair, and one for each idle socket.
  ///
  /// @throws IOException when a stream broke, or a message was refused, lost or delivered twice
  public Measured run(List<Account> accounts) throws IOException {
    try (var load = new Load(meter)) {
      open(load, accounts);
      long warm = System.nanoTime() + plan.warmUp().toNanos();
      var running = drive(load, warm + plan.measure().toNanos());
      await(load, warm);
      meter.startMeasuring(System.nanoTime());
      var before = new Reading(System.nanoTime(), server.processorTime(), meter.acceptedSoFar());
      await(load, warm + plan.measure().toNanos());
      var after = new Reading(System.nanoTime(), server.processorTime(), meter.acceptedSoFar());
      load.stop();
      running.join();
      var measured = measured(before, after);
      load.drain(DRAIN);
      return measured;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void open(Load load, List<Account> accounts) throws IOException {
    var target = server.target();
    for (int pair = 0; pair < plan.pairs(); pair++) {
      load.pair(target, accounts.get(2 * pair), accounts.get(2 * pair + 1), plan.isClosedLoop());
    }
    long before = server.residentMebibytes();
    for (var account : accounts.subList(2 * plan.pairs(), accounts.size())) {
      load.idle(target, account);
    }
    if (plan.idle() > 0) {
      long grown = server.residentMebibytes() - before;
      System.err.printf("  %d idle sockets: %d MiB more resident%n", plan.idle(), grown);
    }
  }

  private Thread drive(Load load, long untilNanos) {
    return Thread.ofPlatform()
        .start(() -> {
          try {
            if (plan.isClosedLoop()) {
              load.startClosed(plan.window());
            } else {
              load.sendOpen(plan.rate(), untilNanos);
            }
          } catch (IOException e) {
            System.err.println("  the load ended early: " + e.getMessage());
          }
        });
  }

  private static void await(Load load, long untilNanos) throws IOException {
    for (long left = untilNanos - System.nanoTime();
        left > 0;
        left = untilNanos - System.nanoTime()) {
      LockSupport.parkNanos(Math.min(left, 50_000_000));
      load.check();
    }
  }

  private Measured measured(Reading before, Reading after) throws IOException {
    double seconds = (after.nanoTime() - before.nanoTime()) / 1e9;
    double messages = Math.max(1, after.accepted() - before.accepted());
    double micros = after.processorTime().minus(before.processorTime()).toNanos() / 1e3;
    return new Measured(
        messages / seconds,
        meter.millisAt(50),
        meter.millisAt(99),
        meter.millisAt(100),
        micros / messages,
        server.residentMebibytes());
  }

  private record Reading(long nanoTime, Duration processorTime, long accepted) {}
}
