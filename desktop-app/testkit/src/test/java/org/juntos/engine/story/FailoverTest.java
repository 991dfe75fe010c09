package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.ConnectionView.State;
import org.juntos.engine.model.RelayView;
import org.juntos.relay.ListedAddress;
import org.juntos.testkit.network.TcpCable;

/// One relay at two addresses, one of them broken.
final class FailoverTest {
  private static final int FILE_BYTES = 3 * 1024 * 1024;

  /// A machine that has much else to do may need longer than the five seconds that the timers add
  /// up to; [org.juntos.engine.online.FailoverTimersTest] counts those.
  private static final Duration GENEROUS = Duration.ofSeconds(20);

  @TempDir Path folder;

  enum Fault {
    RESET,
    BLACK_HOLE,
    SLOW;

    void strike(TcpCable cable) {
      switch (this) {
        case RESET -> cable.takeDown();
        case BLACK_HOLE -> cable.pull();
        case SLOW -> cable.slow(Duration.ofSeconds(8));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_conversation_goes_on_at_the_other_address_with_every_message_once_and_in_order(Fault fault)
      throws Exception {
    try (var ways = new TwoWays(folder).listed()) {
      var ana = ways.person("Ana");
      var ben = ways.person("Ben");
      People.introduce(ana, ben);
      TwoWays.awaitBoth(ana);
      TwoWays.awaitBoth(ben);
      talk(ana, ben, 0, 10);
      var all = new ArrayList<Sent>();
      long broken = System.nanoTime();
      fault.strike(ways.first());
      all.addAll(write(ana, ben, 10, 30));
      all.addAll(write(ben, ana, 10, 30));
      TwoWays.awaitThrough(ways.second(), ana);
      TwoWays.awaitThrough(ways.second(), ben);
      var took = Duration.ofNanos(System.nanoTime() - broken);
      assertTrue(took.compareTo(GENEROUS) < 0, "it took " + took);
      for (var sent : all) {
        sent.by().until("message arrives", p -> p.reached(sent.message()));
      }
      assertEquals(texts("Ben", 30), ana.received(ben));
      assertEquals(texts("Ana", 30), ben.received(ana));
    }
  }

  @Test
  void a_file_that_was_begun_at_one_address_is_finished_at_the_other() throws Exception {
    try (var ways = new TwoWays(folder).listed()) {
      var ana = ways.person("Ana");
      var ben = ways.person("Ben");
      People.introduce(ana, ben);
      TwoWays.awaitBoth(ana);
      TwoWays.awaitBoth(ben);
      var bytes = new byte[FILE_BYTES];
      new Random(7).nextBytes(bytes);
      var file = Files.write(folder.resolve("photo.bin"), bytes);
      ways.first().forth().after(FILE_BYTES / 2, ways.first()::pull);
      ways.second().forth().restart();
      var sent = ana.write(ben, "look", file);
      ana.until("the message leaves", p -> p.reached(sent));
      assertTrue(ways.second().forth().bytes() < FILE_BYTES * 3L / 4, "it was sent all over again");
      ben.until("the file is here", p -> p.state(sent, 0) == AttachmentView.State.HERE);
      assertArrayEquals(bytes, ben.bytes(sent, 0));
    }
  }

  @Test
  void new_addresses_reach_old_clients_and_are_kept() throws Exception {
    try (var ways = new TwoWays(folder)) {
      var ana = ways.person("Ana");
      TwoWays.awaitThrough(ways.first(), ana);
      assertEquals(1, ana.relays().size());
      ways.listed();
      TwoWays.awaitBoth(ana);
      assertEquals(List.of("near", "far"), ana.relays().stream().map(RelayView::region).toList());
      ana.restart(ways.first()::takeDown);
      TwoWays.awaitThrough(ways.second(), ana);
      ana.until("shown as failing", p -> TwoWays.isFailing(p.relays().getFirst()));
    }
  }

  @Test
  void when_nothing_is_listed_any_more_the_address_of_the_registration_remains() throws Exception {
    try (var ways = new TwoWays(folder).listed()) {
      var ana = ways.person("Ana");
      TwoWays.awaitBoth(ana);
      ways.first().takeDown();
      TwoWays.awaitThrough(ways.second(), ana);
      ways.list();
      ana.until("forgotten", p -> p.relays().size() == 1);
      ways.first().mend();
      TwoWays.awaitThrough(ways.first(), ana);
    }
  }

  @Test
  void an_address_where_somebody_else_answers_is_passed_over() throws Exception {
    var stranger = "juntos://relay/%s#" + "A".repeat(43);
    try (var ways = new TwoWays(folder)) {
      ways.list(
          new ListedAddress("", "http://" + TwoWays.authority(ways.first())),
          new ListedAddress("", stranger.formatted(TwoWays.authority(ways.second()))));
      var ana = ways.person("Ana");
      TwoWays.awaitBoth(ana);
      ways.first().takeDown();
      ana.until("offline", p -> p.connection().state() instanceof State.Offline);
      ways.first().mend();
      ana.done(new Intent.Reconnect());
      TwoWays.awaitThrough(ways.first(), ana);
    }
  }

  private record Sent(Person by, MessageId message) {}

  private static void talk(Person ana, Person ben, int from, int to) throws InterruptedException {
    var all = write(ana, ben, from, to);
    all.addAll(write(ben, ana, from, to));
    for (var sent : all) {
      sent.by().until("message arrives", p -> p.reached(sent.message()));
    }
  }

  private static List<Sent> write(Person by, Person to, int from, int upTo)
      throws InterruptedException {
    var sent = new ArrayList<Sent>();
    for (int i = from; i < upTo; i++) {
      sent.add(new Sent(by, by.write(to, text(by.ready().name(), i))));
    }
    return sent;
  }

  private static String text(String name, int number) {
    return name + " " + number;
  }

  private static List<String> texts(String name, int count) {
    var texts = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      texts.add(text(name, i));
    }
    return texts;
  }
}
