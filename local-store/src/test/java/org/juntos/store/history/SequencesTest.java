package org.juntos.store.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.BOBS_DEVICE;
import static org.juntos.store.Fixture.CAROL;
import static org.juntos.store.Fixture.WITH_BOB;
import static org.juntos.store.Fixture.WITH_CAROL;

import java.io.IOException;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.content.ConversationId;
import org.juntos.store.OpenStore;
import org.juntos.store.history.History.SequenceResult;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

class SequencesTest extends OpenStore {
  @Test
  void a_new_epoch_is_no_gap_and_what_came_before_may_come_late() {
    arrived(1);
    arrived(2);
    long base = 5L << 28;
    assertEquals(new SequenceResult(1, false, true), arrived(base + 2));
    assertEquals(new SequenceResult(0, false), arrived(base + 1));
    assertEquals(new SequenceResult(0, false), arrived(3));
    assertEquals(new SequenceResult(0, true), arrived(3));
    assertEquals(new SequenceResult(0, false), arrived(base + 3));
  }

  @Test
  void an_epoch_that_was_announced_is_told_once() {
    arrived(1);
    long base = 5L << 28;
    var from = new DeviceAddress(BOB, 1);
    boolean told = writing(txn -> txn.history().restarted(WITH_BOB, from, base));
    boolean again = writing(txn -> txn.history().restarted(WITH_BOB, from, base));
    assertTrue(told);
    assertFalse(again);
    assertEquals(new SequenceResult(0, false), arrived(base + 1));
  }

  @Test
  void numbers_given_grow_by_one_apart_for_each_conversation_and_recipient() throws IOException {
    assertEquals(1, next());
    assertEquals(2, next());
    assertEquals(1, next(WITH_BOB, CAROL));
    assertEquals(1, next(WITH_CAROL, BOB));
    reopen();
    assertEquals(3, next());
  }

  @Test
  void numbers_in_step_miss_nothing() {
    assertEquals(new SequenceResult(0, false), arrived(1));
    assertEquals(new SequenceResult(0, false), arrived(2));
    assertEquals(new SequenceResult(0, true), arrived(2));
  }

  @Test
  void a_gap_is_counted_and_its_late_comers_are_no_repeats() throws IOException {
    assertEquals(new SequenceResult(4, false), arrived(5));
    reopen();
    assertEquals(new SequenceResult(0, false), arrived(3));
    assertEquals(new SequenceResult(0, true), arrived(3));
    assertEquals(new SequenceResult(0, false), arrived(1));
    assertEquals(new SequenceResult(0, false), arrived(4));
    assertEquals(new SequenceResult(0, false), arrived(2));
    for (var number = 1; number <= 5; number++) {
      assertEquals(new SequenceResult(0, true), arrived(number), "number " + number);
    }
    assertEquals(new SequenceResult(0, false), arrived(6));
  }

  @Test
  void devices_count_apart() {
    arrived(1);
    assertEquals(
        new SequenceResult(0, false),
        writing(txn -> txn.history().arrived(WITH_BOB, new DeviceAddress(BOB, 2), 1)));
  }

  @Test
  void the_greatest_number_does_no_harm() {
    assertEquals(new SequenceResult((1L << 21) - 2, false), arrived(Long.MAX_VALUE));
    assertEquals(new SequenceResult(0, false), arrived(1));
    assertEquals(new SequenceResult(0, true), arrived(Long.MAX_VALUE));
    assertThrows(IllegalArgumentException.class, () -> arrived(0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void any_order_agrees_with_a_plain_set(long seed) {
    var random = new Random(seed);
    var came = new HashSet<Long>();
    var highest = 0L;
    for (var step = 0; step < 200; step++) {
      var number = 1 + random.nextLong(60);
      var missing = Math.max(0, number - highest - 1);
      assertEquals(new SequenceResult(missing, !came.add(number)), arrived(number), "seed " + seed);
      highest = Math.max(highest, number);
    }
  }

  private long next() {
    return next(WITH_BOB, BOB);
  }

  private long next(ConversationId conversation, AccountId recipient) {
    return writing(txn -> txn.history().nextSequence(conversation, recipient));
  }

  private SequenceResult arrived(long sequence) {
    return writing(txn -> txn.history().arrived(WITH_BOB, BOBS_DEVICE, sequence));
  }
}
