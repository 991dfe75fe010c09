package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.EntryView;
import org.juntos.testkit.lie.Lies;
import org.juntos.testkit.lie.LyingRelay;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.WireLimits;

/// What a relay can do to messages on their way, and what it cannot.
final class LyingRelayTest {
  private final LyingRelay relay = new LyingRelay();

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private World world;

  @SuppressWarnings("NullAway.Init")
  private Person alice;

  @SuppressWarnings("NullAway.Init")
  private Person bob;

  @BeforeEach
  void two_contacts() throws Exception {
    world = new World(folder, 4_711);
    alice = world.person("Alice", relay::over);
    bob = world.person("Bob", relay::over);
    world.introduce(alice, bob);
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void a_message_that_is_given_to_somebody_else_says_nothing_there() throws Exception {
    var carol = world.person("Carol", relay::over);
    world.introduce(alice, carol);
    var withheld = new MailboxLies.Withholding(bob.account());
    relay.lie(withheld);
    alice.write(bob, "for Bob only");
    world.settle();
    relay.deliver(device(carol), withheld.next());
    world.settle();

    assertEquals(List.of(), carol.textsOf(alice));
    assertEquals(List.of(), bob.textsOf(alice));
    relay.beHonest();
    world.network().cutAll();
    world.settle();
    assertEquals(List.of("for Bob only"), bob.textsOf(alice));
    assertEquals(List.of(), carol.textsOf(alice));
  }

  @Test
  void a_message_that_is_sent_back_to_its_author_says_nothing_there() throws Exception {
    alice.write(bob, "hello");
    world.settle();
    var reflected = lastSent(alice);
    relay.deliver(device(alice), reflected);
    world.settle();

    assertEquals(1, alice.messages(bob).size());
    assertEquals(List.of(), alice.textsOf(bob));
  }

  @Test
  void repeats_under_the_same_and_under_other_ids_are_invisible() throws Exception {
    alice.write(bob, "once");
    world.settle();
    var again = lastSent(alice);
    for (int i = 0; i < 5; i++) {
      relay.deliver(device(bob), again);
      relay.deliver(device(bob), relabelled(again));
    }
    bob.restart();
    world.settle();
    relay.deliver(device(bob), relabelled(again));
    world.settle();

    assertEquals(List.of("once"), bob.textsOf(alice));
    var answer = bob.write(alice, "still there?");
    world.settle();
    assertEquals(EntryView.Stage.DELIVERED, bob.stage(answer));
  }

  @Test
  void swapped_labels_change_nothing_about_what_was_said() throws Exception {
    relay.lie(MailboxLies.swappedIds());
    world.network().cutOff("Bob");
    for (int i = 0; i < 6; i++) {
      alice.write(bob, "message " + i);
    }
    world.settle();
    world.network().restore("Bob");
    world.settle();

    assertEquals(IntStream.range(0, 6).mapToObj(i -> "message " + i).toList(), bob.textsOf(alice));
  }

  @Test
  void what_is_held_back_shows_as_a_gap_until_it_comes() throws Exception {
    alice.write(bob, "one");
    world.settle();
    var withheld = new MailboxLies.Withholding(bob.account());
    relay.lie(withheld);
    alice.write(bob, "two");
    world.settle();
    relay.beHonest();
    alice.write(bob, "three");
    world.settle();

    assertEquals(List.of("one", "three"), bob.textsOf(alice));
    var gap = bob.timeline(alice).get(bob.timeline(alice).size() - 2);
    assertEquals(EntryView.Kind.GAP, gap.kind());
    assertEquals("1", gap.body());
    relay.deliver(device(bob), withheld.next());
    world.settle();
    assertEquals(List.of("one", "two", "three"), bob.textsOf(alice));
    assertTrue(bob.timeline(alice).stream().noneMatch(e -> e.kind() == EntryView.Kind.GAP));
  }

  @Test
  void what_the_relay_only_says_to_have_taken_is_not_called_delivered() throws Exception {
    relay.lie(MailboxLies.nothingTaken());
    var lost = alice.write(bob, "lost");
    world.settle();
    relay.beHonest();
    alice.write(bob, "found");
    world.settle();

    assertEquals(EntryView.Stage.SENT, alice.stage(lost));
    assertEquals(List.of("found"), bob.textsOf(alice));
    assertTrue(bob.timeline(alice).stream().anyMatch(entry -> entry.kind() == EntryView.Kind.GAP));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 33, 200, 4_000, WireLimits.MAX_CIPHERTEXT_BYTES})
  void rubbish_is_put_away_and_the_next_message_is_read(int size) throws Exception {
    var rubbish = new byte[size];
    world.random().nextBytes(rubbish);
    relay.deliver(device(bob), envelope(Bytes.of(rubbish)));
    world.settle();
    alice.write(bob, "after the rubbish");
    world.settle();

    assertEquals(List.of("after the rubbish"), bob.textsOf(alice));
  }

  @Test
  void a_message_with_any_byte_changed_is_put_away_and_the_true_one_is_read() throws Exception {
    var broken = new ArrayList<Delivered>();
    relay.lie(
        new Lies() {
          @Override
          public List<Delivered> deliveries(DeviceAddress to, List<Delivered> honest) {
            if (!to.account().equals(bob.account())) {
              return honest;
            }
            var told = new ArrayList<Delivered>();
            for (var envelope : honest) {
              told.addAll(damaged(envelope));
              told.add(envelope);
            }
            broken.addAll(told);
            return told;
          }
        });
    alice.write(bob, "whole");
    world.settle();
    relay.beHonest();
    alice.write(bob, "and well");
    world.settle();

    assertTrue(broken.size() > 20);
    assertEquals(List.of("whole", "and well"), bob.textsOf(alice));
  }

  private List<Delivered> damaged(Delivered envelope) {
    var damaged = new ArrayList<Delivered>();
    var bytes = envelope.ciphertext().toArray();
    for (int i = 0; i < bytes.length; i += 1 + bytes.length / 25) {
      bytes[i] ^= 0x40;
      damaged.add(envelope(Bytes.of(bytes)));
      bytes[i] ^= 0x40;
    }
    damaged.add(envelope(Bytes.of(Arrays.copyOf(bytes, bytes.length - 1))));
    return damaged;
  }

  @Test
  void an_impostor_shows_as_a_changed_key_of_an_unverified_contact() throws Exception {
    try (var impostor = new Impostor(world, folder.resolve("eve"), bob.account())) {
      relay.deliver(device(alice), impostor.forge(alice, "it is me, Bob"));
      world.settle();
    }

    assertTrue(
        alice.timeline(bob).stream()
            .anyMatch(entry -> entry.kind() == EntryView.Kind.IDENTITY_CHANGED));
    assertFalse(alice.contact(bob).verified());
  }

  @Test
  void an_impostor_of_a_verified_contact_is_not_heard_and_not_answered() throws Exception {
    alice.done(new Intent.MarkVerified(bob.account(), true));
    try (var impostor = new Impostor(world, folder.resolve("eve"), bob.account())) {
      relay.deliver(device(alice), impostor.forge(alice, "it is me, Bob"));
      world.settle();
    }
    int before = relay.sent().size();
    var outcome = alice.submit(new Intent.SendMessage(alice.with(bob), "is it you?", List.of()));
    world.settle();

    assertEquals(List.of(), alice.textsOf(bob));
    assertTrue(alice.contact(bob).identityChanged());
    var refused = assertInstanceOf(Outcome.Refused.class, outcome);
    assertEquals("identity-changed", refused.problem().code());
    assertEquals(before, relay.sent().size());
  }

  private static DeviceAddress device(Person person) {
    return new DeviceAddress(person.account(), DeviceAddress.PRIMARY_DEVICE);
  }

  private Delivered lastSent(Person from) {
    var sent = relay.sent().stream().filter(one -> one.isNotFor(from.account())).toList();
    var envelope = sent.getLast().envelope();
    return new Delivered(envelope.id(), 1, world.clock().instant(), envelope.ciphertext());
  }

  private Delivered relabelled(Delivered envelope) {
    return MailboxLies.relabelled(envelope, world.random());
  }

  private Delivered envelope(Bytes ciphertext) {
    return MailboxLies.envelope(ciphertext, world.random());
  }
}
