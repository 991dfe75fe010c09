package org.juntos.bench.scenario;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.juntos.bench.load.Account;
import org.juntos.bench.load.FanOuts;
import org.juntos.bench.process.ServerProcess;
import org.juntos.bench.server.BenchGroup;
import org.juntos.bench.server.Servers;

/// One message of 1 KiB to all members of a group beside one to each of them, for devices that are
/// away: what the relay's processor does, and what goes over the wire.
public final class FanOutBench {
  /// Members of a group.
  public static final int MOST = 1_000;

  private static final int[] SIZES = {8, 100};
  private static final int WINDOW = 256;
  private static final int WARM = 100;
  private static final int WARM_UP = 10;

  private final int members;
  private final int copies;

  /// @param members of the largest group, up to [#MOST]; smaller ones are measured too
  /// @param copies that are measured in each way and size
  public FanOutBench(int members, int copies) {
    this.members = members;
    this.copies = copies;
  }

  /// Prints one line of figures.
  public void run() throws IOException, InterruptedException {
    try (var servers = new Servers(false);
        var relay = servers.relay()) {
      var accounts = servers.accounts(relay, members);
      var group = new BenchGroup(relay.target(), accounts);
      var figures = new Figures("relay fanout");
      int warm = Math.min(WARM, members);
      fanOuts(relay, group, 0, warm, WARM_UP * copies); // until both ways are compiled
      singles(relay, accounts.subList(0, warm), WARM_UP * (long) copies);
      for (int size : sizes()) {
        var to = accounts.subList(members - size, members);
        figures.with("to" + size, measured(relay, group, to));
      }
      System.out.println(figures.json());
    }
  }

  private int[] sizes() {
    return IntStream.concat(IntStream.of(SIZES).filter(n -> n < members), IntStream.of(members))
        .toArray();
  }

  /// The message to all comes first: what waits already makes the next dearer, the more the more it
  /// is.
  private Figures measured(ServerProcess relay, BenchGroup group, List<Account> to)
      throws IOException {
    int size = to.size();
    fanOuts(relay, group, members - size, members, size); // the first knows nobody yet
    var shared = fanOuts(relay, group, members - size, members, copies);
    var single = singles(relay, to, shared.work());
    double times = single.microsEach() / shared.microsEach();
    System.err.printf(
        "  %,5d devices: %.1f us of server CPU a copy, single sends %.1f: %.1f times as much%n",
        size, shared.microsEach(), single.microsEach(), times);
    return new Figures()
        .with("fanOut", Figures.of(shared))
        .with("single", Figures.of(single))
        .with("singleToFanOutCpu", times)
        .with("uploadBytesEach", (double) group.message(0, size).length / size);
  }

  private static Stretch singles(ServerProcess relay, List<Account> to, long copies)
      throws IOException {
    try (var queue = new Queued(relay, to.subList(0, 1), to)) {
      return queue.growTo(copies, WINDOW);
    }
  }

  private static Stretch fanOuts(
      ServerProcess relay, BenchGroup group, int first, int last, int copies) throws IOException {
    int size = last - first;
    int rounds = Math.max(1, copies / size);
    var message = group.message(first, last);
    try (var fanOuts = new FanOuts(relay.target(), message, group.token(first, last))) {
      var begun = Stretch.Begun.now(relay);
      fanOuts.send(rounds, Math.max(1, WINDOW / size));
      return begun.end((long) rounds * size);
    }
  }
}
