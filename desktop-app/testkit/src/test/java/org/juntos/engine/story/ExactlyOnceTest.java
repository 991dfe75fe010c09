package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.testkit.process.Talk;

/// People write to each other and to groups, as fast as they can, while the relay and their
/// programs are killed with -9 and their networks fail: each message is shown once on each device
/// of each reader, in the order of its author, and none is lost. `desktop-app/testkit/exactly-once`
/// does the same at length.
final class ExactlyOnceTest {
  private static final Talk TALK =
      new Talk(
          Long.getLong("juntos.seed", 1),
          Integer.getInteger("juntos.people", 6),
          Integer.getInteger("juntos.groups", 2),
          Integer.getInteger("juntos.messages", 600));
  private static final int TROUBLES = Integer.getInteger("juntos.troubles", 6);
  private static final int HOUSES = Integer.getInteger("juntos.houses", 2);
  private static final int SECOND_DEVICES = Integer.getInteger("juntos.second.devices", 2);
  private static final String REPORT = System.getProperty("juntos.report", "");

  private static final long LOOK_NANOS = 200_000_000;
  private static final long LONGEST_PARTITION_NANOS = 2_000_000_000;

  /// So many looks without a new message anywhere are the end.
  private static final int PATIENCE = 600;

  private static final int LOOKS_PER_WORD = 50;

  @TempDir Path folder;

  private final Random random = new Random(TALK.seed());
  private final long began = System.nanoTime();
  private int relayKills;
  private int houseKills;
  private int partitions;
  private int looks;

  @Test
  void every_message_is_shown_once_and_in_order_after_kills_and_partitions() throws Exception {
    try (var crowd = new Crowd(folder, TALK, HOUSES, SECOND_DEVICES)) {
      crowd.meet();
      say("everybody has met");
      crowd.talk();
      trouble(crowd);
      Crowd.await("all is written", () -> progress(crowd) == TALK.messages());
      long shown = awaitAll(crowd);
      check(crowd);
      say(result(crowd, shown));
    }
  }

  /// Spread over the whole talk, by what was written and not by time.
  private void trouble(Crowd crowd) throws IOException, InterruptedException {
    for (int one = 1; one <= TROUBLES; one++) {
      int from = (int) ((long) TALK.messages() * one / (TROUBLES + 1));
      Crowd.await("message " + from, () -> progress(crowd) >= from);
      int house = random.nextInt(crowd.houses());
      switch (one % 3) {
        case 0 -> {
          crowd.killRelay();
          relayKills++;
        }
        case 1 -> {
          crowd.killHouse(house);
          houseKills++;
        }
        default -> {
          crowd.partition(house, random.nextBoolean());
          LockSupport.parkNanos(random.nextLong(LONGEST_PARTITION_NANOS));
          crowd.mend(house);
          partitions++;
        }
      }
    }
  }

  private int progress(Crowd crowd) {
    int written = crowd.written();
    if (looks++ % LOOKS_PER_WORD == 0) {
      say(written + " of " + TALK.messages() + " written");
    }
    return written;
  }

  /// What one device should show of one conversation, and does not yet.
  private record Waiting(String device, int person, String conversation) {}

  private long awaitAll(Crowd crowd) {
    var waiting = new ArrayList<Waiting>();
    crowd
        .devices()
        .forEach((device, person) ->
            TALK.conversations(person)
                .forEach(name -> waiting.add(new Waiting(device, person, name))));
    long shown = 0;
    long before = -1;
    for (int fruitless = 0; !waiting.isEmpty() && fruitless < PATIENCE; fruitless++) {
      LockSupport.parkNanos(LOOK_NANOS);
      long here = shown;
      for (var one : List.copyOf(waiting)) {
        int count = texts(crowd, one).size();
        here += count;
        if (count >= expected(one)) {
          waiting.remove(one);
          shown += count;
        }
      }
      fruitless = here == before ? fruitless : 0;
      before = here;
      if (looks++ % LOOKS_PER_WORD == 0) {
        say(here + " shown, " + waiting.size() + " conversations wait");
      }
    }
    return shown;
  }

  private static int expected(Waiting one) {
    int expected = 0;
    for (int author : TALK.authors(one.person(), one.conversation())) {
      expected += TALK.expected(one.person(), one.conversation(), author).size();
    }
    return expected;
  }

  private static List<String> texts(Crowd crowd, Waiting one) {
    var texts = crowd.ask(one.device(), "texts " + one.conversation());
    return texts.isEmpty() ? List.of() : Arrays.asList(texts.split(",", -1));
  }

  /// Once more, when nothing is on its way any more.
  private static void check(Crowd crowd) {
    crowd
        .devices()
        .forEach((device, person) -> {
          for (var name : TALK.conversations(person)) {
            check(crowd, new Waiting(device, person, name));
          }
        });
  }

  private static void check(Crowd crowd, Waiting one) {
    var texts = texts(crowd, one);
    var where = one.conversation() + " at " + one.device() + ", seed " + TALK.seed();
    assertEquals(texts.size(), new HashSet<>(texts).size(), () -> "shown twice in " + where);
    for (int author : TALK.authors(one.person(), one.conversation())) {
      var expected = TALK.expected(one.person(), one.conversation(), author);
      Set<String> own = new HashSet<>(expected);
      var shown = texts.stream().filter(own::contains).toList();
      assertEquals(expected, shown, () -> "of " + Talk.name(author) + " in " + where);
    }
    assertEquals(expected(one), texts.size(), () -> "nothing else in " + where);
  }

  private String result(Crowd crowd, long shown) {
    return String.format(
        Locale.ROOT,
        "{\"messages\":%d,\"people\":%d,\"groups\":%d,\"devices\":%d,\"shown\":%d,"
            + "\"relayKills\":%d,\"clientKills\":%d,\"partitions\":%d,\"seed\":%d,"
            + "\"seconds\":%.1f,\"lost\":0,\"twice\":0,\"outOfOrder\":0}",
        TALK.messages(),
        TALK.people(),
        TALK.groups(),
        crowd.devices().size(),
        shown,
        relayKills,
        houseKills,
        partitions,
        TALK.seed(),
        seconds());
  }

  private double seconds() {
    return (System.nanoTime() - began) / 1e9;
  }

  private void say(String what) {
    var line =
        what.startsWith("{") ? what : String.format(Locale.ROOT, "%.0f s: %s", seconds(), what);
    System.out.println(line);
    if (!REPORT.isEmpty()) {
      try {
        Files.writeString(
            Path.of(REPORT), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
