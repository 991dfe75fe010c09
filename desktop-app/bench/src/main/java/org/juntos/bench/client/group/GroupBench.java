package org.juntos.bench.client.group;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.juntos.bench.client.people.Absent;
import org.juntos.bench.client.people.BenchRelay;
import org.juntos.bench.client.people.Person;
import org.juntos.bench.client.process.ClientProcess;
import org.juntos.launcher.Wiring;
import org.juntos.testkit.network.TcpCable;

/// Somebody writes to groups of several sizes at a real relay, one message after the other; the
/// same is done by libsignal alone, in memory. Nobody else is online.
public final class GroupBench {
  /// Members of a group.
  public static final int MOST = 1_000;

  private static final int[] SIZES = {8, 100};
  private static final int SMALLEST = 2;
  private static final int WARM_UP = 5;
  private static final int LEAST_MESSAGES = 20;
  private static final int COPIES = 4_000;
  private static final Duration LIMIT = Duration.ofMinutes(20);
  private static final String PHONE = "+4915112345604";

  private final Path folder;
  private final Path profile;
  private final int members;

  /// @param folder for the profile and logs
  /// @param members of the largest group, up to [#MOST]; smaller ones are measured too
  public GroupBench(Path folder, int members) {
    this.folder = folder;
    profile = folder.resolve("gil");
    this.members = members;
  }

  /// Whether such a group can be measured.
  public static boolean takes(int members) {
    return members >= SMALLEST && members <= MOST;
  }

  /// Measures all sizes.
  public List<GroupFigures> run(Wiring wiring, BenchRelay relay)
      throws IOException, InterruptedException {
    try (var cable = new TcpCable(URI.create(relay.address()).getPort())) {
      var along = relay.along(cable);
      Person.register(wiring, profile, along, "Gil", PHONE).close();
      Absent.befriend(profile, along, members - 1);
      try (var client = process(GroupMain.class, profile.toString());
          var bare = process(BareMain.class)) {
        client.await("online");
        bare.await("online");
        var figures = new ArrayList<GroupFigures>();
        for (int size : sizes()) {
          figures.add(measured(client, bare, cable, size));
          System.err.println("  " + figures.getLast().sentence());
        }
        return figures;
      }
    }
  }

  private ClientProcess process(Class<?> main, String... arguments) throws IOException {
    var log = folder.resolve(main.getSimpleName() + ".log");
    return ClientProcess.start(main, log, LIMIT, List.of(), List.of(arguments));
  }

  private int[] sizes() {
    return IntStream.concat(IntStream.of(SIZES).filter(n -> n < members), IntStream.of(members))
        .toArray();
  }

  private static GroupFigures measured(
      ClientProcess client, ClientProcess bare, TcpCable cable, int size) throws IOException {
    int messages = Math.max(LEAST_MESSAGES, COPIES / size);
    var first = step(client, "group " + size, "made").plus(step(client, "write 1", "written"));
    step(client, "write " + WARM_UP, "written");
    long sentBefore = cable.forth().bytes();
    var cost = step(client, "write " + messages, "written");
    long sent = cable.forth().bytes() - sentBefore;
    step(bare, "group " + size, "made");
    step(bare, "write " + WARM_UP, "written");
    var floor = step(bare, "write " + messages, "written");
    return new GroupFigures(
        size, first, cost.dividedBy(messages), floor.dividedBy(messages), sent / messages);
  }

  /// The processor time from the word to the answer.
  private static Duration step(ClientProcess process, String word, String answer)
      throws IOException {
    var before = process.now();
    process.say(word);
    return process.await(answer).processorTime().minus(before.processorTime());
  }
}
