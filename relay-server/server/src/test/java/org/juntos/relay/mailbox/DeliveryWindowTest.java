package org.juntos.relay.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.relay.mailbox.MailboxStore.Acknowledged;
import org.juntos.wire.Bytes;
import org.juntos.wire.WireLimits;

class DeliveryWindowTest {
  private static final int ROOM = 1_000;
  private final DeliveryWindow window = new DeliveryWindow(ROOM);

  private static StoredEnvelope envelope(long sequence) {
    return new StoredEnvelope(UUID.randomUUID(), sequence, 0, Bytes.of(new byte[100]));
  }

  private static MailboxStore.Page page(boolean end, long... sequences) {
    var envelopes = new ArrayList<StoredEnvelope>();
    for (long sequence : sequences) {
      envelopes.add(envelope(sequence));
    }
    return new MailboxStore.Page(envelopes, end);
  }

  private List<Long> take() {
    return window.take(Integer.MAX_VALUE).stream().map(StoredEnvelope::sequence).toList();
  }

  private void goLive() {
    assertTrue(window.beginRead());
    window.page(page(true));
    assertTrue(window.takeEnd());
  }

  @Test
  void an_empty_mailbox_ends_at_once_and_only_once() {
    goLive();
    assertFalse(window.takeEnd());
    assertFalse(window.beginRead());
  }

  @Test
  void the_end_comes_after_everything_that_was_read() {
    assertTrue(window.beginRead());
    window.page(page(true, 1, 2));
    assertFalse(window.takeEnd());
    assertEquals(List.of(1L, 2L), take());
    assertTrue(window.takeEnd());
  }

  @Test
  void live_envelopes_come_from_memory_in_order() {
    goLive();
    assertTrue(window.stored(envelope(5)));
    assertTrue(window.stored(envelope(6)));
    assertEquals(List.of(5L, 6L), take());
    assertFalse(window.beginRead());
  }

  @Test
  void an_envelope_that_was_read_is_not_delivered_again_when_it_is_announced() {
    assertTrue(window.beginRead());
    window.page(page(true, 1, 2));
    assertFalse(window.stored(envelope(2)));
    assertEquals(List.of(1L, 2L), take());
    assertEquals(List.of(), take());
  }

  @Test
  void what_is_stored_during_a_read_is_read_next() {
    assertTrue(window.beginRead());
    window.stored(envelope(3));
    window.page(page(true, 1, 2));
    assertEquals(List.of(1L, 2L), take());
    assertFalse(window.takeEnd());
    assertTrue(window.beginRead());
    window.page(page(true, 3));
    assertEquals(List.of(3L), take());
    assertTrue(window.takeEnd());
  }

  @Test
  void an_announced_envelope_that_is_gone_when_read_does_not_hold_the_end_up() {
    window.stored(envelope(9));
    goLive();
  }

  @Test
  void a_device_that_does_not_keep_up_is_served_from_the_store_again() {
    goLive();
    for (long sequence = 1; sequence <= 20; sequence++) {
      window.stored(envelope(sequence));
    }
    int fits = take().size();
    assertTrue(fits < 20, "the buffer has no bound: " + fits);
    assertTrue(window.beginRead());
    assertEquals(fits, window.cursor());
    window.page(page(true, rest(fits + 1, 20)));
    assertEquals(20 - fits, take().size());
    assertTrue(window.takeEnd());
  }

  private static long[] rest(long from, long to) {
    return java.util.stream.LongStream.rangeClosed(from, to).toArray();
  }

  @Test
  void a_frame_takes_so_many_bytes_and_at_least_one_envelope() {
    assertTrue(window.beginRead());
    window.page(page(true, 1, 2, 3));
    assertEquals(1, window.take(1).size());
    assertEquals(2, window.take(2 * envelope(1).frameBytes()).size());
  }

  @Test
  void a_failed_read_is_tried_again() {
    assertTrue(window.beginRead());
    assertFalse(window.beginRead());
    window.failed();
    assertTrue(window.beginRead());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatever_the_interleaving_every_envelope_comes_once_and_in_order(long seed) {
    var random = new Random(seed);
    var store = new ArrayList<StoredEnvelope>();
    var received = new ArrayList<Long>();
    boolean reading = false;
    long readUpTo = 0;
    for (int step = 0; step < 5_000; step++) {
      switch (random.nextInt(4)) {
        case 0 -> {
          var envelope = envelope(store.size() + 1);
          store.add(envelope);
          window.stored(envelope);
        }
        case 1 -> {
          if (!reading && window.beginRead()) {
            reading = true;
            readUpTo = store.size(); // the snapshot that the read sees
          }
        }
        case 2 -> {
          if (reading) {
            reading = false;
            answer(store, readUpTo, random);
          }
        }
        default ->
            received.addAll(window.take(400).stream().map(StoredEnvelope::sequence).toList());
      }
    }
    if (reading) {
      answer(store, readUpTo, random);
    }
    takeTheRest(store, received, random);
    var all = java.util.stream.LongStream.rangeClosed(1, store.size()).boxed().toList();
    assertEquals(all, received, "seed " + seed);
  }

  private void takeTheRest(List<StoredEnvelope> store, List<Long> received, Random random) {
    for (var taken = take(); !taken.isEmpty() || window.beginRead(); taken = take()) {
      received.addAll(taken);
      if (taken.isEmpty()) {
        answer(store, store.size(), random);
      }
    }
  }

  private void answer(List<StoredEnvelope> store, long upTo, Random random) {
    int from = (int) window.cursor();
    int to = (int) Math.max(from, Math.min(upTo, from + 1L + random.nextInt(6)));
    window.page(new MailboxStore.Page(store.subList(from, to), to >= upTo));
  }

  @Test
  void a_device_that_does_not_acknowledge_gets_no_more_than_the_contract_says() {
    var given = new ArrayList<StoredEnvelope>();
    goLive();
    for (int sequence = 1; sequence <= WireLimits.MAX_UNACKNOWLEDGED; sequence++) {
      window.stored(envelope(sequence));
      given.addAll(window.take(Integer.MAX_VALUE));
    }
    window.stored(envelope(WireLimits.MAX_UNACKNOWLEDGED + 1));
    assertFalse(window.hasMore());
    assertEquals(List.of(), take());
    window.acknowledged(List.of(given.get(7).id()));
    assertTrue(window.hasMore());
    assertEquals(List.of(WireLimits.MAX_UNACKNOWLEDGED + 1L), take());
  }

  @Test
  void an_acknowledgement_leads_to_the_place_once_and_only_for_what_was_given_out() {
    goLive();
    window.stored(envelope(3));
    var waiting = envelope(4);
    var given = window.take(Integer.MAX_VALUE).getFirst();
    window.stored(waiting);
    var ids = List.of(UUID.randomUUID(), given.id(), waiting.id());
    assertEquals(List.of(new Acknowledged(3, 100)), window.acknowledged(ids));
    assertEquals(List.of(), window.acknowledged(ids));
  }
}
