package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.content.Choice;
import org.juntos.content.ConversationId;
import org.juntos.content.Keeping;
import org.juntos.engine.intent.ChoiceIntent;
import org.juntos.engine.intent.VanishingIntent;
import org.juntos.engine.model.ChosenView;
import org.juntos.engine.model.ConversationView;
import org.juntos.testkit.world.Person;

/// Putting a conversation away, or out of hearing, lets nothing in it stay longer.
final class PutAwayTest extends TwoContacts {
  private static final Duration HOUR = Duration.ofHours(1);

  PutAwayTest() {
    super(89);
  }

  private static void choose(Person person, Choice choice) throws Exception {
    person.done(new ChoiceIntent.Choose(choice));
  }

  private static ConversationView view(Person person, ConversationId conversation) {
    return person.models().conversations().value().stream()
        .filter(one -> one.id().equals(conversation))
        .findFirst()
        .orElseThrow();
  }

  private ChosenView chosen() {
    return view(bob, bob.with(alice)).chosen();
  }

  private void assertPutAway() {
    assertTrue(chosen().archived() && chosen().isMuted(world.clock().instant()));
  }

  @Test
  void messages_vanish_in_a_conversation_that_is_archived_and_muted_and_it_stays_away()
      throws Exception {
    choose(bob, new Choice.Muted(bob.with(alice), Choice.FOREVER));
    choose(bob, new Choice.Archived(bob.with(alice), true));
    VanishingTest.set(alice, alice.with(bob), HOUR);
    alice.write(bob, "burn this");
    world.soon();
    assertPutAway();
    assertEquals(List.of("burn this"), VanishingTest.texts(bob, alice));
    world.clock().advance(HOUR);
    world.soon();
    assertEquals(List.of("burn this"), VanishingTest.texts(bob, alice), "it was not seen");
    VanishingTest.read(bob, bob.with(alice));
    world.soon();
    world.clock().advance(HOUR);
    world.soon();
    assertEquals(List.of(), VanishingTest.texts(bob, alice));
    assertEquals(0, view(bob, bob.with(alice)).unread());
    assertPutAway();
  }

  @Test
  void what_is_too_old_goes_from_there_as_well_also_when_it_was_never_seen() throws Exception {
    choose(bob, new Choice.Muted(bob.with(alice), Choice.FOREVER));
    choose(bob, new Choice.Archived(bob.with(alice), true));
    alice.write(bob, "old");
    world.soon();
    world.clock().advance(Duration.ofDays(8));
    bob.done(new VanishingIntent.SetRetention(null, new Keeping(7)));
    world.soon();
    assertEquals(List.of(), VanishingTest.texts(bob, alice));
    assertEquals(0, view(bob, bob.with(alice)).unread());
    assertPutAway();
  }

  @Test
  void what_brought_an_archived_conversation_back_may_vanish_and_it_stays_in_the_list()
      throws Exception {
    choose(bob, new Choice.Archived(bob.with(alice), true));
    VanishingTest.set(alice, alice.with(bob), HOUR);
    alice.write(bob, "burn this");
    world.soon();
    assertFalse(chosen().archived(), "a message brings it back");
    VanishingTest.read(bob, bob.with(alice));
    world.soon();
    world.clock().advance(HOUR);
    world.soon();
    assertEquals(List.of(), VanishingTest.texts(bob, alice));
    assertFalse(chosen().archived());
  }
}
