package org.juntos.store.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.juntos.store.Fixture.ALICE;
import static org.juntos.store.Fixture.ALICES_DEVICE;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.BOBS_DEVICE;
import static org.juntos.store.Fixture.CAROL;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.WITH_BOB;
import static org.juntos.store.Fixture.WITH_CAROL;
import static org.juntos.store.Fixture.attachment;
import static org.juntos.store.Fixture.entry;
import static org.juntos.store.Fixture.incoming;
import static org.juntos.store.Fixture.message;
import static org.juntos.store.Fixture.outgoing;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.content.MessageId;
import org.juntos.content.TextRanges;
import org.juntos.store.Change;
import org.juntos.store.OpenStore;
import org.juntos.store.attachment.StoredAttachment.Transfer;
import org.juntos.wire.DeviceAddress;

class HistoryTest extends OpenStore {
  private static final DeviceAddress CAROLS_DEVICE = new DeviceAddress(CAROL, 1);

  @BeforeEach
  void open_conversation() {
    openConversation();
  }

  @Test
  void an_entry_comes_back_as_it_was_written() throws IOException {
    var text = "a\0b \u202Eright to left\u202C 👩‍👩‍👧 \n" + "x".repeat(70_000);
    var written =
        new History.NewEntry(
            message(1),
            WITH_BOB,
            BOBS_DEVICE,
            false,
            42,
            Entry.Kind.MESSAGE,
            text,
            START,
            START.plusMillis(7),
            List.of(attachment("one"), attachment("two")));
    var row = writing(txn -> txn.history().append(written));
    reopen();
    var read = reading(txn -> txn.history().find(message(1), BOB));
    assertEquals(
        new Entry(
            row,
            message(1),
            WITH_BOB,
            BOBS_DEVICE,
            false,
            42,
            Entry.Kind.MESSAGE,
            text,
            START,
            START.plusMillis(7),
            Entry.Delivery.NONE,
            Objects.requireNonNull(read).attachments(),
            Entry.Marks.NONE,
            TextRanges.NONE),
        read);
    assertEquals(
        List.of(attachment("one"), attachment("two")),
        read.attachments().stream().map(stored -> stored.attachment()).toList());
    assertEquals(Transfer.OFFERED, read.attachments().getFirst().transfer());
  }

  @Test
  void outgoing_attachments_wait_in_the_files_that_were_named() {
    var names = List.of("00112233445566778899aabbccddeeff");
    write(txn ->
        txn.history()
            .append(
                new History.NewEntry(
                    message(1),
                    WITH_BOB,
                    ALICES_DEVICE,
                    true,
                    1,
                    Entry.Kind.MESSAGE,
                    "",
                    START,
                    START,
                    List.of(attachment("one")),
                    names)));
    var stored = find(1).attachments().getFirst();
    assertEquals(names.getFirst(), stored.file());
    assertEquals(Transfer.WAITING, stored.transfer());
  }

  @Test
  void pages_go_both_ways_and_never_into_another_conversation() {
    write(txn -> txn.history().open(WITH_CAROL, CAROL, START));
    for (var number = 1; number <= 10; number++) {
      append(incoming(number));
      append(entry(number + 100, WITH_CAROL, CAROLS_DEVICE, false));
    }
    var newest = reading(txn -> txn.history().before(WITH_BOB, Long.MAX_VALUE, 4));
    assertEquals(List.of(7, 8, 9, 10), numbers(newest));
    var older = reading(txn -> txn.history().before(WITH_BOB, newest.getFirst().row(), 100));
    assertEquals(List.of(1, 2, 3, 4, 5, 6), numbers(older));
    var newer = reading(txn -> txn.history().after(WITH_BOB, older.getLast().row(), 3));
    assertEquals(List.of(7, 8, 9), numbers(newer));
    assertEquals(List.of(), reading(txn -> txn.history().before(WITH_BOB, 0, 10)));
    assertEquals(List.of(101), numbers(reading(txn -> txn.history().after(WITH_CAROL, 0, 1))));
    assertEquals(List.of(), reading(txn -> txn.history().after(WITH_BOB, Long.MAX_VALUE, 10)));
  }

  @Test
  void an_unknown_conversation_is_empty_and_takes_nothing() {
    assertEquals(List.of(), reading(txn -> txn.history().before(WITH_CAROL, 100, 10)));
    assertNull(reading(txn -> txn.history().conversation(WITH_CAROL)));
    assertThrows(
        IllegalStateException.class, () -> append(entry(1, WITH_CAROL, CAROLS_DEVICE, false)));
  }

  @Test
  void conversations_are_listed_latest_activity_first_with_their_newest_entry() {
    write(txn -> txn.history().open(WITH_CAROL, CAROL, START.plusSeconds(50)));
    assertEquals(List.of(WITH_CAROL, WITH_BOB), listed());
    append(incoming(60));
    append(incoming(61, attachment("photo")));
    assertEquals(List.of(WITH_BOB, WITH_CAROL), listed());
    var all = reading(txn -> txn.history().conversations());
    assertEquals(find(61), all.getFirst().last());
    assertEquals(2, all.getFirst().unread());
    assertNull(all.getLast().last());
    assertEquals(all.getFirst(), reading(txn -> txn.history().conversation(WITH_BOB)));
    assertEquals(all.getLast(), reading(txn -> txn.history().conversation(WITH_CAROL)));
  }

  @Test
  void opening_a_conversation_again_changes_nothing() {
    append(incoming(1));
    var before = reading(txn -> txn.history().conversation(WITH_BOB));
    commits.clear();
    write(txn -> txn.history().open(WITH_BOB, CAROL, START.plusSeconds(900)));
    assertEquals(before, reading(txn -> txn.history().conversation(WITH_BOB)));
    assertEquals(List.of(), commits);
  }

  @Test
  void reading_goes_forward_only_and_tells_each_message_once() {
    var first = append(incoming(1));
    append(outgoing(2));
    var third = append(incoming(3));
    append(incoming(4));
    assertEquals(List.of(message(1), message(3)), readUpTo(third));
    assertEquals(1, summary().unread());
    assertEquals(List.of(), readUpTo(first));
    assertEquals(third, summary().readRow());
    assertEquals(List.of(message(4)), readUpTo(Long.MAX_VALUE));
    assertEquals(0, summary().unread());
    append(incoming(5));
    assertEquals(1, summary().unread());
    assertEquals(List.of(message(5)), readUpTo(Long.MAX_VALUE));
  }

  @Test
  void notices_in_the_timeline_are_not_unread_messages() {
    write(txn ->
        txn.history()
            .append(
                new History.NewEntry(
                    message(1),
                    WITH_BOB,
                    BOBS_DEVICE,
                    false,
                    0,
                    Entry.Kind.GAP,
                    "3",
                    START,
                    START,
                    List.of())));
    assertEquals(0, summary().unread());
    assertEquals(List.of(), readUpTo(Long.MAX_VALUE));
  }

  @Test
  void delivery_never_takes_a_step_back() {
    append(outgoing(1));
    write(txn -> txn.history().markSeen(message(1), START.plusSeconds(30)));
    write(txn -> txn.history().markDelivered(message(1), START.plusSeconds(60)));
    write(txn -> txn.history().markSeen(message(1), START.plusSeconds(10)));
    write(txn -> txn.history().markAccepted(message(1), START.plusSeconds(5)));
    write(txn -> txn.history().markAccepted(message(1), START.plusSeconds(6)));
    assertEquals(
        new Entry.Delivery(START.plusSeconds(5), START.plusSeconds(30), START.plusSeconds(30), ""),
        find(1).delivery());
  }

  @Test
  void seen_keeps_the_time_of_delivery_that_was_known() {
    append(outgoing(1));
    write(txn -> txn.history().markDelivered(message(1), START.plusSeconds(1)));
    write(txn -> txn.history().markSeen(message(1), START.plusSeconds(2)));
    assertEquals(START.plusSeconds(1), find(1).delivery().delivered());
    assertEquals(START.plusSeconds(2), find(1).delivery().seen());
  }

  @Test
  void a_failure_is_set_and_cleared() {
    append(outgoing(1));
    write(txn -> txn.history().markFailed(message(1), "no-such-account"));
    assertEquals("no-such-account", find(1).delivery().failure());
    write(txn -> txn.history().markFailed(message(1), ""));
    assertEquals("", find(1).delivery().failure());
  }

  @Test
  void a_message_of_somebody_else_with_the_same_id_takes_no_receipts() {
    append(incoming(1));
    append(outgoing(1));
    write(txn -> txn.history().markSeen(message(1), START));
    assertNull(find(message(1), BOB).delivery().seen());
    assertEquals(START, find(message(1), ALICE).delivery().seen());
    assertEquals(ALICES_DEVICE, find(1).author());
  }

  @Test
  void the_same_message_is_never_stored_twice() {
    append(incoming(1));
    assertThrows(IllegalStateException.class, () -> append(incoming(1)));
    assertEquals(1, summary().unread());
  }

  @Test
  void changes_name_the_entry_that_was_added_or_changed() {
    var row = append(outgoing(1));
    write(txn -> txn.history().markAccepted(message(1), START));
    write(txn -> txn.history().markAccepted(message(1), START));
    assertEquals(
        List.of(
            List.of(new Change.Entry(WITH_BOB, row, message(1), true)),
            List.of(new Change.Entry(WITH_BOB, row, message(1), false))),
        commits);
  }

  private long append(History.NewEntry entry) {
    return writing(txn -> txn.history().append(entry));
  }

  private List<MessageId> readUpTo(long row) {
    return writing(txn -> txn.history().readUpTo(WITH_BOB, row));
  }

  private Entry find(int number) {
    return there(reading(txn -> txn.history().find(message(number))));
  }

  private Entry find(MessageId id, org.juntos.wire.AccountId author) {
    return there(reading(txn -> txn.history().find(id, author)));
  }

  private History.Summary summary() {
    return there(reading(txn -> txn.history().conversation(WITH_BOB)));
  }

  private List<org.juntos.content.ConversationId> listed() {
    return reading(txn -> txn.history().conversations()).stream().map(History.Summary::id).toList();
  }

  private static List<Integer> numbers(List<Entry> entries) {
    return entries.stream()
        .map(entry -> (int) entry.id().value().getLeastSignificantBits())
        .toList();
  }
}
