package org.juntos.store.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.BOBS_DEVICE;
import static org.juntos.store.Fixture.CAROL;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.WITH_BOB;
import static org.juntos.store.Fixture.WITH_CAROL;
import static org.juntos.store.Fixture.bytes;
import static org.juntos.store.Fixture.entry;
import static org.juntos.store.Fixture.incoming;
import static org.juntos.store.Fixture.message;
import static org.juntos.store.Fixture.outgoing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.content.MessageId;
import org.juntos.store.Change;
import org.juntos.store.OpenStore;
import org.juntos.wire.DeviceAddress;

/// Messages that come in another order than they were written.
class LateTest extends OpenStore {
  @BeforeEach
  void open_conversation() {
    openConversation();
  }

  @Test
  void a_late_message_takes_the_place_of_its_notice() throws IOException {
    arrive(1);
    append(outgoing(100));
    arrive(3);
    append(outgoing(101));
    assertEquals(List.of("1", "100", "missing 1", "3", "101"), shown());
    reopen();
    arrive(2);
    assertEquals(List.of("1", "100", "2", "3", "101"), shown());
    reopen();
    assertEquals(List.of("1", "100", "2", "3", "101"), shown());
  }

  @Test
  void a_notice_shrinks_and_parts_and_goes() {
    arrive(1);
    arrive(8);
    assertEquals(List.of("1", "missing 6", "8"), shown());
    arrive(4);
    assertEquals(List.of("1", "missing 2", "4", "missing 3", "8"), shown());
    arrive(7);
    assertEquals(List.of("1", "missing 2", "4", "missing 2", "7", "8"), shown());
    arrive(5);
    arrive(2);
    assertEquals(List.of("1", "2", "missing 1", "4", "5", "missing 1", "7", "8"), shown());
    arrive(3);
    arrive(6);
    assertEquals(List.of("1", "2", "3", "4", "5", "6", "7", "8"), shown());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void any_order_ends_in_the_order_of_the_author(long seed) throws IOException {
    var random = new Random(seed);
    var numbers = new ArrayList<>(IntStream.rangeClosed(1, 40).boxed().toList());
    Collections.shuffle(numbers, random);
    var own = 1000;
    for (var number : numbers) {
      if (random.nextInt(4) == 0) {
        append(outgoing(own++));
      }
      arrive(number);
      if (random.nextInt(16) == 0) {
        reopen();
      }
    }
    var theirs = shown().stream().filter(text -> text.length() < 4).map(Integer::valueOf).toList();
    assertEquals(IntStream.rangeClosed(1, 40).boxed().toList(), theirs, "seed " + seed);
    assertEquals(40 + own - 1000, shown().size(), "seed " + seed);
    assertEquals(List.of(), profile.check());
  }

  @Test
  void a_long_way_back_has_room_too() {
    write(txn -> {
      for (var number = 5000; number > 0; number--) {
        arrive(txn.history(), number);
      }
    });
    assertEquals(
        IntStream.rangeClosed(1, 5000).mapToObj(Integer::toString).toList(),
        reading(txn -> txn.history().before(WITH_BOB, Long.MAX_VALUE, 9000)).stream()
            .map(LateTest::text)
            .toList());
  }

  /// Too many for a place each: they come as they come, and nothing is in another's place.
  @Test
  void more_than_have_room_are_put_at_the_end() {
    arrive(1);
    arrive(100_000);
    arrive(5);
    arrive(4);
    assertEquals(List.of("1", "missing 99998", "100000", "5", "4"), shown());
  }

  @Test
  void rows_of_other_conversations_are_not_in_the_way() {
    write(txn -> txn.history().open(WITH_CAROL, CAROL, START));
    var carols = new DeviceAddress(CAROL, 1);
    arrive(1);
    append(entry(500, WITH_CAROL, carols, false));
    arrive(4);
    append(entry(501, WITH_CAROL, carols, false));
    arrive(3);
    arrive(2);
    assertEquals(List.of("1", "2", "3", "4"), shown());
  }

  @Test
  void pages_and_the_newest_entry_are_as_they_are_shown() {
    arrive(1);
    arrive(4);
    arrive(3);
    var newest = reading(txn -> txn.history().before(WITH_BOB, Long.MAX_VALUE, 2));
    assertEquals(List.of("3", "4"), newest.stream().map(LateTest::text).toList());
    var older = reading(txn -> txn.history().before(WITH_BOB, newest.getFirst().row(), 10));
    assertEquals(List.of("1", "missing 1"), older.stream().map(LateTest::text).toList());
    assertEquals("4", text(there(summary().last())));
    assertEquals("4", text(there(reading(txn -> txn.history().conversations()).getFirst().last())));
  }

  @Test
  void one_that_comes_above_what_was_read_is_unread_until_it_is_seen() {
    arrive(1);
    var third = arrive(3);
    assertEquals(2, readUpTo(third).size());
    arrive(2);
    assertEquals(1, summary().unread());
    var row = there(reading(txn -> txn.history().find(message(2)))).row();
    assertFalse(isRead(row));
    assertTrue(isRead(third));
    assertEquals(List.of(message(2)), readUpTo(third));
    assertEquals(0, summary().unread());
    assertEquals(List.of(), readUpTo(third));
    assertTrue(isRead(row));
  }

  @Test
  void one_that_comes_below_what_was_read_is_read_with_the_rest() {
    var first = arrive(1);
    arrive(3);
    readUpTo(first);
    arrive(2);
    assertEquals(2, summary().unread());
    assertEquals(List.of(message(2), message(3)), readUpTo(Long.MAX_VALUE));
    assertEquals(0, summary().unread());
  }

  @Test
  void late_ones_are_told_with_when_they_came() {
    arrive(1);
    var third = arrive(3);
    assertEquals(0, reading(txn -> txn.history().late(WITH_BOB, 0)).size());
    arrive(2);
    var late = reading(txn -> txn.history().late(WITH_BOB, third));
    var row = there(reading(txn -> txn.history().find(message(2)))).row();
    assertTrue(row < third && late.getOrDefault(row, 0L) > third, late.toString());
    var after = append(outgoing(100));
    assertEquals(0, reading(txn -> txn.history().late(WITH_BOB, after)).size());
  }

  @Test
  void changes_tell_what_has_left_its_row() {
    arrive(1);
    arrive(3);
    commits.clear();
    arrive(2);
    var row = there(reading(txn -> txn.history().find(message(2)))).row();
    assertEquals(
        List.of(
            List.of(
                new Change.Removed(WITH_BOB, row, null),
                new Change.Entry(WITH_BOB, row, message(2), true))),
        commits);
  }

  /// Many envelopes are applied in one transaction.
  @Test
  void a_notice_that_comes_and_goes_in_one_transaction_hides_no_message() {
    write(txn -> {
      arrive(txn.history(), 2);
      arrive(txn.history(), 1);
    });
    assertTrue(
        commits.getFirst().stream()
            .anyMatch(change ->
                change instanceof Change.Entry entry && entry.message().equals(message(1))));
  }

  @Test
  void a_key_that_comes_back_goes_on_counting() {
    arrive(1);
    arrive(2);
    arrive(4);
    write(txn -> txn.history().switchSequences(WITH_BOB, BOB, bytes("old"), bytes("new")));
    assertEquals(
        new History.SequenceResult(0, false),
        writing(txn -> txn.history().arrived(WITH_BOB, BOBS_DEVICE, 1)));
    write(txn -> txn.history().switchSequences(WITH_BOB, BOB, bytes("new"), bytes("old")));
    arrive(5);
    arrive(3);
    assertEquals(List.of("1", "2", "3", "4", "5"), shown());
  }

  @Test
  void a_message_is_sent_again_for_its_reader_a_few_times() {
    append(outgoing(1));
    for (var time = 0; time < History.MOST_RESENT; time++) {
      assertTrue(resend());
    }
    assertFalse(resend());
  }

  private boolean resend() {
    return writing(txn -> txn.history().resend(message(1)));
  }

  private long arrive(int number) {
    write(txn -> arrive(txn.history(), number));
    return there(reading(txn -> txn.history().find(message(number)))).row();
  }

  /// As the engine does it.
  private static void arrive(History history, int number) {
    var result = history.arrived(WITH_BOB, BOBS_DEVICE, number);
    var row =
        result.missing() > 0
            ? history.gap(WITH_BOB, BOBS_DEVICE, result.missing(), START)
            : result.row();
    history.append(incoming(number), row);
  }

  private long append(History.NewEntry entry) {
    return writing(txn -> txn.history().append(entry));
  }

  private List<MessageId> readUpTo(long row) {
    return writing(txn -> txn.history().readUpTo(WITH_BOB, row));
  }

  private boolean isRead(long row) {
    return reading(txn -> txn.history().isRead(WITH_BOB, row));
  }

  private History.Summary summary() {
    return there(reading(txn -> txn.history().conversation(WITH_BOB)));
  }

  private List<String> shown() {
    return reading(txn -> txn.history().before(WITH_BOB, Long.MAX_VALUE, 1000)).stream()
        .map(LateTest::text)
        .toList();
  }

  private static String text(Entry entry) {
    return entry.kind() == Entry.Kind.GAP
        ? "missing " + entry.body()
        : entry.body().replace("body ", "");
  }
}
