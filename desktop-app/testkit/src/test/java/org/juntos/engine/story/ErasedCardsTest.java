package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.content.Keeping;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.CardIntent;
import org.juntos.engine.intent.CardIntent.To;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.intent.VanishingIntent;
import org.juntos.testkit.world.CopiedFolder;
import org.juntos.testkit.world.Person;

/// Takes an image of the whole profile folder, as [ErasedProfileTest] does, and looks whether a
/// poll, a location or a contact that is gone is anywhere.
final class ErasedCardsTest extends TwoContacts {
  private static final String MARK = ErasedProfileTest.MARK;
  private static final Duration HOUR = Duration.ofHours(1);

  private final List<MessageId> cards = new ArrayList<>();
  private int images;

  ErasedCardsTest() {
    super(65);
  }

  private To toBob() {
    return To.of(alice.with(bob));
  }

  /// Sends one of each, which is voted in and quoted.
  private void send() throws Exception {
    cards.clear();
    var options = List.of(MARK + " one", MARK + " two");
    cards.add(Polls.sent(alice, new CardIntent.Ask(toBob(), MARK + "?", options, false, false)));
    cards.add(Polls.sent(alice, new CardIntent.ShowPlace(toBob(), "38.7, -9.1", MARK)));
    var file = folder.resolve("card.vcf");
    Files.writeString(file, "BEGIN:VCARD\r\nFN:" + MARK + "\r\nTEL:1\r\nEND:VCARD\r\n");
    cards.add(Polls.sent(alice, new CardIntent.ShareCardFile(toBob(), file)));
    world.soon();
    Polls.vote(bob, cards.getFirst(), 1);
    world.soon();
  }

  @BeforeEach
  void cards_that_were_answered() throws Exception {
    send();
    Deeds.reply(bob, cards.getFirst(), "well");
    Polls.close(alice, cards.getFirst());
    world.settle();
    assertTrue(isThere(bob), "it would be found");
  }

  private boolean isThere(Person person) throws Exception {
    images++;
    var copy = folder.resolve("image" + images);
    return person.whileClosed(() -> {
      CopiedFolder.copy(person.profile(), copy);
      return ErasedProfileTest.isIn(copy, person);
    });
  }

  /// Also from the snapshots, with that of the next day.
  private void assertGone(Person person) throws Exception {
    world.clock().advance(Duration.ofDays(1));
    assertFalse(isThere(person));
    world.settle();
    assertEquals(List.of("well"), VanishingTest.texts(person, person.equals(bob) ? alice : bob));
  }

  private void delete(Person person, boolean forEveryone) throws Exception {
    for (var card : cards) {
      person.done(new MessageIntent.Delete(card, forEveryone));
    }
    world.soon();
  }

  @Test
  void what_is_deleted_for_oneself() throws Exception {
    delete(bob, false);
    assertGone(bob);
    assertTrue(isThere(alice), "of others nothing is removed");
  }

  @Test
  void what_is_deleted_for_everyone() throws Exception {
    delete(alice, true);
    assertGone(bob);
    assertGone(alice);
  }

  @Test
  void what_has_vanished() throws Exception {
    delete(alice, true);
    VanishingTest.set(alice, alice.with(bob), HOUR);
    send();
    Polls.close(alice, cards.getFirst());
    world.soon();
    VanishingTest.read(bob, bob.with(alice));
    world.soon();
    world.clock().advance(HOUR);
    world.soon();
    assertGone(bob);
    assertGone(alice);
  }

  @Test
  void what_is_not_kept_any_more() throws Exception {
    world.clock().advance(Duration.ofDays(9));
    Deeds.reply(bob, cards.getFirst(), "well");
    world.settle();
    bob.done(new VanishingIntent.SetRetention(null, new Keeping(7)));
    world.settle();
    assertGone(bob);
  }
}
