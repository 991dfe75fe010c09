package org.juntos.store.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.juntos.store.Fixture.ALICE;
import static org.juntos.store.Fixture.ALICES_DEVICE;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.BOBS_DEVICE;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.WITH_BOB;
import static org.juntos.store.Fixture.WITH_CAROL;
import static org.juntos.store.Fixture.attachment;
import static org.juntos.store.Fixture.incoming;
import static org.juntos.store.Fixture.message;
import static org.juntos.store.Fixture.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.content.Attachment;
import org.juntos.content.Manner;
import org.juntos.content.MessageChange;
import org.juntos.content.MessageChange.Deed;
import org.juntos.content.MessageName;
import org.juntos.content.Quote;
import org.juntos.store.Change;
import org.juntos.store.OpenStore;
import org.juntos.store.Transaction;
import org.juntos.wire.DeviceAddress;

class MessageChangesTest extends OpenStore {
  private static final String THUMB = "\uD83D\uDC4D";
  private static final String HEART = "\u2764\uFE0F";
  private static final MessageName BOBS = new MessageName(BOB, message(1));
  private static final List<Attachment.Kind> ALBUM =
      List.of(Attachment.Kind.IMAGE, Attachment.Kind.VIDEO);
  private static final Instant SENT = START.plusSeconds(1);

  @BeforeEach
  void open_conversation() {
    openConversation();
  }

  private static MessageChange change(int revision, Deed deed) {
    return new MessageChange(BOBS, revision, SENT.plusSeconds(revision), deed);
  }

  private static Deed.Deletion deletion() {
    return new Deed.Deletion(SENT, List.of());
  }

  /// @param id of the change, and its number
  private static boolean learn(Transaction txn, DeviceAddress actor, int id, MessageChange change) {
    return txn.messageChanges().learn(WITH_BOB, actor, id, message(1000 + id), change);
  }

  private Entry bobs() {
    return there(reading(txn -> txn.history().find(message(1), BOB)));
  }

  private List<String> versions() {
    var entry = bobs();
    return reading(txn ->
        txn.messageChanges().versions(entry).stream().map(MessageChanges.Version::body).toList());
  }

  private static List<Consumer<Transaction>> story(boolean deleted) {
    var story = new ArrayList<Consumer<Transaction>>();
    story.add(txn -> txn.history().append(incoming(1)));
    story.add(txn -> learn(txn, BOBS_DEVICE, 11, change(1, new Deed.Edit("one"))));
    story.add(txn -> learn(txn, BOBS_DEVICE, 12, change(2, new Deed.Edit("two"))));
    var bobsOther = new DeviceAddress(BOB, 2);
    story.add(txn -> learn(txn, bobsOther, 13, change(2, new Deed.Edit("two at once"))));
    story.add(txn -> learn(txn, ALICES_DEVICE, 21, change(1, new Deed.Reaction(THUMB))));
    story.add(txn -> learn(txn, ALICES_DEVICE, 22, change(2, new Deed.Reaction(HEART))));
    story.add(txn -> learn(txn, BOBS_DEVICE, 14, change(1, new Deed.Reaction(THUMB))));
    story.add(txn -> learn(txn, BOBS_DEVICE, 15, change(2, new Deed.Reaction(""))));
    story.add(txn -> learn(txn, BOBS_DEVICE, 17, change(1, new Deed.Pin(true))));
    story.add(txn -> learn(txn, ALICES_DEVICE, 23, change(2, new Deed.Pin(false))));
    story.add(txn -> learn(txn, BOBS_DEVICE, 18, change(3, new Deed.Pin(true))));
    story.add(txn -> txn.handling().star(BOBS, true, START));
    if (deleted) {
      story.add(txn -> learn(txn, BOBS_DEVICE, 16, change(1, deletion())));
    }
    return story;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void what_a_message_shows_does_not_depend_on_the_order_in_which_changes_come(int seed) {
    var random = new Random(seed);
    boolean deleted = seed % 3 == 0;
    var story = new ArrayList<>(story(deleted));
    Collections.shuffle(story, random);
    story.forEach(this::write);
    story(deleted).stream().skip(1).forEach(this::write); // repeats
    if (deleted) {
      assertEquals(Entry.Kind.DELETED, bobs().kind(), "seed " + seed);
      assertEquals("", bobs().body());
      assertEquals(Entry.Marks.NONE, bobs().marks());
      assertEquals(List.of(), reading(txn -> txn.handling().pinned(WITH_BOB)));
      assertEquals(List.of(), reading(txn -> txn.handling().starred(0, 9)));
      return;
    }
    assertEquals("two at once", bobs().body(), "seed " + seed);
    assertEquals(List.of("body 1", "one", "two", "two at once"), versions(), "seed " + seed);
    assertEquals(
        List.of(ALICE + HEART),
        bobs().marks().reactions().stream().map(one -> one.account() + one.emoji()).toList());
    assertTrue(bobs().marks().edited());
    assertEquals(new Handled(Manner.PLAIN, true, true), bobs().marks().handled());
    assertEquals(List.of(bobs()), reading(txn -> txn.handling().pinned(WITH_BOB)));
    assertEquals(List.of(bobs()), reading(txn -> txn.handling().starred(0, 9)));
  }

  @Test
  void what_comes_too_late_or_from_another_conversation_changes_nothing() {
    write(txn -> txn.history().append(incoming(1)));
    var late = SENT.plus(MessageChange.WINDOW).plus(MessageChange.GRACE).plusMillis(1);
    write(txn -> {
      learn(txn, BOBS_DEVICE, 1, new MessageChange(BOBS, 1, late, new Deed.Edit("late")));
      learn(txn, BOBS_DEVICE, 2, new MessageChange(BOBS, 1, late, deletion()));
      learn(txn, BOBS_DEVICE, 3, change(1, new Deed.Edit("")));
      txn.messageChanges()
          .learn(WITH_CAROL, BOBS_DEVICE, 4, message(1004), change(5, new Deed.Edit("elsewhere")));
      learn(txn, ALICES_DEVICE, 5, new MessageChange(BOBS, 1, late, new Deed.Reaction(THUMB)));
    });
    assertEquals("body 1", bobs().body());
    assertEquals(List.of("body 1"), versions());
    assertEquals(1, bobs().marks().reactions().size());
    assertFalse(bobs().marks().edited());
  }

  @Test
  void a_deleted_message_takes_its_files_and_what_quotes_it_along() {
    write(txn -> {
      txn.history().append(incoming(1, attachment("a"), attachment("b")));
      txn.history().append(outgoing(2));
      txn.quotes().put(new MessageName(ALICE, message(2)), new Quote(BOBS, "body 1", ALBUM));
    });
    assertEquals(new Quote(BOBS, "body 1", ALBUM), quoteOf(2));
    assertEquals(1, unread());
    commits.clear();
    write(txn -> learn(txn, BOBS_DEVICE, 1, change(1, deletion())));
    assertEquals(List.of(), bobs().attachments());
    assertEquals(new Quote(BOBS, "", List.of()), quoteOf(2));
    assertEquals(0, unread());
    var erased =
        commits.getFirst().stream()
            .filter(Change.Erased.class::isInstance)
            .map(Change.Erased.class::cast)
            .toList();
    assertEquals(2, erased.getFirst().files().size());
    write(txn -> {
      txn.history().append(outgoing(3));
      txn.quotes().put(new MessageName(ALICE, message(3)), new Quote(BOBS, "body 1", ALBUM));
    });
    assertEquals(new Quote(BOBS, "", List.of()), quoteOf(3), "nor is it kept later");
  }

  private @Nullable Quote quoteOf(int number) {
    return there(reading(txn -> txn.history().find(message(number), ALICE))).marks().quote();
  }

  private int unread() {
    return there(reading(txn -> txn.history().conversation(WITH_BOB))).unread();
  }

  @Test
  void a_hidden_message_leaves_no_row_and_does_not_come_back() {
    write(txn -> {
      txn.history().append(incoming(1, attachment("a")));
      txn.history().append(incoming(2));
      learn(txn, BOBS_DEVICE, 1, change(1, new Deed.Edit("secret")));
    });
    var second = there(reading(txn -> txn.history().find(message(2), BOB)));
    write(txn -> txn.messageChanges().hide(second));
    assertEquals(1, unread());
    assertEquals(
        message(1), there(there(reading(txn -> txn.history().conversation(WITH_BOB))).last()).id());
    assertEquals(1, reading(txn -> txn.history().conversations()).size());
    assertEquals(
        message(1), there(reading(txn -> txn.history().conversations()).getFirst().last()).id());
    var first = bobs();
    write(txn -> txn.messageChanges().hide(first));
    write(txn -> txn.history().append(incoming(1, attachment("a"))));
    write(txn -> learn(txn, BOBS_DEVICE, 2, change(2, new Deed.Edit("secret again"))));
    assertNull(reading(txn -> txn.history().find(message(1), BOB)));
    assertEquals(0, unread());
    assertEquals(List.of(), reading(txn -> txn.history().before(WITH_BOB, Long.MAX_VALUE, 9)));
    assertEquals(
        List.of(""),
        reading(txn ->
            txn.messageChanges().numbered(WITH_BOB, BOBS_DEVICE, 1, 1).stream()
                .map(StoredChange::text)
                .toList()));
  }

  @Test
  void changes_of_messages_that_never_come_are_bounded() {
    write(txn -> {
      for (var number = 1; number <= MessageChanges.MOST_EARLY + 5; number++) {
        learn(txn, BOBS_DEVICE, number, change(number, new Deed.Edit("x")));
      }
    });
    assertEquals(
        Integer.valueOf(MessageChanges.MOST_EARLY),
        reading(txn -> txn.messageChanges().numbered(WITH_BOB, BOBS_DEVICE, 1, 10_000).size()));
  }

  @Test
  void a_change_of_this_device_is_sent_again_until_it_has_arrived() {
    write(txn -> {
      txn.history().append(incoming(1));
      txn.messageChanges()
          .make(WITH_BOB, ALICES_DEVICE, message(9), change(1, new Deed.Reaction(THUMB)));
      txn.messageChanges().number(message(9), 7);
    });
    var sent = reading(txn -> txn.messageChanges().undelivered(WITH_BOB, ALICES_DEVICE));
    assertEquals(7, sent.getFirst().sequence());
    write(txn -> {
      for (var time = 1; time <= History.MOST_RESENT; time++) {
        assertTrue(txn.messageChanges().resend(message(9)));
      }
      assertFalse(txn.messageChanges().resend(message(9)));
      txn.messageChanges().failed(message(9), "contact-blocked");
    });
    assertEquals("contact-blocked", bobs().marks().unsent());
    assertEquals(
        List.of(), reading(txn -> txn.messageChanges().undelivered(WITH_BOB, ALICES_DEVICE)));
    write(txn -> {
      txn.messageChanges().failed(message(9), "");
      assertFalse(txn.messageChanges().delivered(WITH_CAROL, message(9)));
      assertTrue(txn.messageChanges().delivered(WITH_BOB, message(9)));
    });
    assertEquals(
        List.of(), reading(txn -> txn.messageChanges().undelivered(WITH_BOB, ALICES_DEVICE)));
  }

  @Test
  void a_number_that_was_deleted_is_not_missing_any_more() {
    write(txn -> {
      txn.history().arrived(WITH_BOB, BOBS_DEVICE, 1);
      var next = txn.history().arrived(WITH_BOB, BOBS_DEVICE, 3);
      long row = txn.history().gap(WITH_BOB, BOBS_DEVICE, next.missing(), START);
      txn.history().append(incoming(3), row);
      assertEquals(row - 1, txn.history().forgo(WITH_BOB, BOBS_DEVICE, 2));
      assertEquals(-1, txn.history().forgo(WITH_BOB, BOBS_DEVICE, 2));
      assertEquals(-1, txn.history().forgo(WITH_BOB, BOBS_DEVICE, 9));
      assertTrue(txn.history().arrived(WITH_BOB, BOBS_DEVICE, 2).repeated());
    });
    assertEquals(1, reading(txn -> txn.history().before(WITH_BOB, Long.MAX_VALUE, 9)).size());
  }

  @Test
  void a_deletion_names_the_numbers_of_the_message_and_its_edits() {
    write(txn -> {
      txn.history().append(incoming(1));
      learn(txn, BOBS_DEVICE, 5, change(1, new Deed.Edit("one")));
      learn(txn, ALICES_DEVICE, 6, change(1, new Deed.Reaction(THUMB)));
      learn(txn, BOBS_DEVICE, 7, change(1, deletion()));
    });
    var numbers = List.of(new MessageChange.Numbered(1, 1), new MessageChange.Numbered(1, 5));
    assertEquals(numbers, reading(txn -> txn.messageChanges().numbers(BOBS)));
    var deletion =
        reading(txn ->
            txn.messageChanges().content(there(txn.messageChanges().find(BOB, message(1007)))));
    assertEquals(new Deed.Deletion(SENT, numbers), deletion.deed());
    assertEquals(
        new Deed.Forgotten(),
        reading(txn ->
                txn.messageChanges().content(there(txn.messageChanges().find(BOB, message(1005)))))
            .deed());
    assertTrue(Duration.between(SENT, deletion.at()).toSeconds() > 0);
  }
}
