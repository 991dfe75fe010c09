package org.juntos.relay.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.juntos.relay.contract.Fixture.envelope;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.mailbox.Appended;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.relay.mailbox.MailboxStore.Acknowledged;
import org.juntos.relay.mailbox.StoredEnvelope;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// Queues of devices: see [org.juntos.relay.mailbox.MailboxStore].
public abstract class MailboxContract extends StoreContract {
  private static final int QUOTA = 50;
  private static final int QUOTA_BYTES = 10_000;

  /// Of the store that `opening` opens.
  protected MailboxContract(Opening opening) {
    super(opening);
  }

  @Override
  final RelayLimits limits() {
    var standard = RelayLimits.unhurried();
    var mailbox =
        new RelayLimits.Mailboxes(
            QUOTA, QUOTA_BYTES, Duration.ofDays(30), Duration.ofHours(24), 100);
    return new RelayLimits(
        standard.requests(), standard.codes(), mailbox, standard.blobs(), 30, 100, 0);
  }

  private static List<Long> sequences(List<StoredEnvelope> envelopes) {
    return envelopes.stream().map(StoredEnvelope::sequence).toList();
  }

  @Test
  void envelopes_come_in_the_order_of_acceptance_and_only_to_their_device() throws IOException {
    store.append(envelope(alice, "one"), envelope(bob, "not hers"), envelope(alice, "two"));
    store.append(envelope(alice, "three"));
    assertEquals(List.of("one", "two", "three"), store.texts(alice));
    assertEquals(List.of("not hers"), store.texts(bob));
  }

  @Test
  void a_repeated_id_is_kept_once_and_counts_as_accepted() throws IOException {
    var envelope = envelope(alice, "once");
    var first = assertInstanceOf(Appended.Durable.class, store.append(envelope));
    var second = assertInstanceOf(Appended.Durable.class, store.append(envelope));
    var both = assertInstanceOf(Appended.Durable.class, store.append(envelope, envelope));
    assertEquals(
        List.of(1, 0, 0),
        List.of(first.fresh().size(), second.fresh().size(), both.fresh().size()));
    assertEquals(List.of("once"), store.texts(alice));
  }

  @Test
  void the_same_id_for_another_device_is_another_envelope() throws IOException {
    var envelope = envelope(alice, "for both");
    store.append(envelope, new Envelope(envelope.id(), bob, envelope.ciphertext()));
    assertEquals(List.of("for both"), store.texts(alice));
    assertEquals(List.of("for both"), store.texts(bob));
  }

  @Test
  void a_repeat_after_the_acknowledgement_is_dropped_even_after_a_restart() throws IOException {
    var envelope = envelope(alice, "once");
    store.append(envelope);
    store.acknowledge(alice, List.of(envelope.id()));
    assertEquals(List.of(), store.texts(alice));
    store.reopen();
    assertInstanceOf(Appended.Durable.class, store.append(envelope));
    assertEquals(List.of(), store.texts(alice));
  }

  @Test
  void acknowledging_what_is_not_there_or_not_ones_own_changes_nothing() throws IOException {
    var envelope = envelope(alice, "hers");
    store.append(envelope);
    var hers = List.of(new Acknowledged(store.all(alice).getFirst().sequence(), 4));
    store.acknowledgeAt(bob, hers);
    store.acknowledgeAt(new DeviceAddress(new AccountId(UUID.randomUUID()), 1), hers);
    store.acknowledgeAt(alice, List.of(new Acknowledged(77, 4)));
    assertEquals(List.of("hers"), store.texts(alice));
  }

  @Test
  void one_unknown_destination_keeps_all_envelopes_of_the_send_out() throws IOException {
    var nobody = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
    var otherDevice = new DeviceAddress(alice.account(), 2);
    var outcome =
        store.append(envelope(alice, "no"), envelope(nobody, "no"), envelope(otherDevice, "no"));
    assertEquals(new Appended.NoSuchDevice(List.of(nobody, otherDevice)), outcome);
    assertEquals(List.of(), store.texts(alice));
  }

  @Test
  void a_full_queue_takes_nothing_of_a_send_and_takes_again_after_an_acknowledgement()
      throws IOException {
    var ids = new ArrayList<UUID>();
    for (int i = 0; i < QUOTA; i++) {
      var envelope = envelope(alice, "x");
      ids.add(envelope.id());
      store.append(envelope);
    }
    assertInstanceOf(
        Appended.QueueFull.class, store.append(envelope(bob, "no"), envelope(alice, "no")));
    assertEquals(List.of(), store.texts(bob));
    store.reopen();
    assertInstanceOf(Appended.QueueFull.class, store.append(envelope(alice, "no")));
    store.acknowledge(alice, ids.subList(0, 1));
    assertInstanceOf(Appended.Durable.class, store.append(envelope(alice, "yes")));
  }

  @Test
  void a_queue_is_full_by_bytes_too() {
    var half = "x".repeat(QUOTA_BYTES / 2);
    assertInstanceOf(Appended.Durable.class, store.append(envelope(alice, half)));
    assertInstanceOf(
        Appended.QueueFull.class, store.append(envelope(alice, half), envelope(alice, "x")));
    assertInstanceOf(Appended.Durable.class, store.append(envelope(alice, half)));
    assertInstanceOf(Appended.QueueFull.class, store.append(envelope(alice, "x")));
  }

  @Test
  void sequences_grow_and_are_never_used_again() throws IOException {
    long last = 0;
    for (int round = 0; round < 4; round++) {
      var envelope = envelope(alice, "x");
      store.append(envelope);
      long sequence = store.all(alice).getFirst().sequence();
      assertTrue(sequence > last, sequence + " after " + last);
      last = sequence;
      store.acknowledge(alice, List.of(envelope.id()));
      store.reopen();
    }
  }

  @Test
  void a_page_ends_at_so_many_bytes_and_goes_on_after_it() throws IOException {
    for (int i = 0; i < 5; i++) {
      store.append(envelope(alice, "text " + i));
    }
    var mailboxes = store.ports().mailboxes();
    var first = mailboxes.read(alice, 0, 1);
    assertEquals(1, first.envelopes().size());
    assertFalse(first.end());
    var rest = mailboxes.read(alice, first.envelopes().getFirst().sequence(), 10_000);
    assertEquals(4, rest.envelopes().size());
    assertTrue(rest.end());
    var all = new ArrayList<>(sequences(first.envelopes()));
    all.addAll(sequences(rest.envelopes()));
    assertEquals(all.stream().sorted().toList(), all);
  }

  @Test
  void envelopes_expire_oldest_first_and_a_little_at_a_time() throws IOException {
    store.append(envelope(alice, "old"), envelope(alice, "old too"));
    store.clock().advance(Duration.ofDays(31));
    store.append(envelope(alice, "new"));
    var mailboxes = store.ports().mailboxes();
    var limit = store.clock().instant().minus(Duration.ofDays(30));
    assertEquals(1, mailboxes.expire(limit, 1));
    assertEquals(List.of("old too", "new"), store.texts(alice));
    assertEquals(1, mailboxes.expire(limit, 10));
    assertEquals(0, mailboxes.expire(limit, 10));
    assertEquals(List.of("new"), store.texts(alice));
  }

  @Test
  void envelopes_of_all_mailboxes_expire_and_those_behind_them_stay() throws IOException {
    var devices = new ArrayList<DeviceAddress>();
    for (int i = 0; i < 20; i++) {
      var device = store.register("device " + i);
      devices.add(device);
      store.append(envelope(device, "old"));
    }
    store.clock().advance(Duration.ofDays(31));
    devices.forEach(device -> store.append(envelope(device, "new")));
    var limit = store.clock().instant().minus(Duration.ofDays(30));
    int expired = 0;
    for (int slice = 0; slice < 10; slice++) {
      expired += store.ports().mailboxes().expire(limit, 3);
    }
    assertEquals(20, expired);
    for (var device : devices) {
      assertEquals(List.of("new"), store.texts(device));
    }
  }

  @Test
  void a_run_with_holes_is_acknowledged_and_the_holes_stay() throws IOException {
    var ids = new ArrayList<UUID>();
    for (int i = 0; i < 10; i++) {
      var envelope = envelope(alice, "text " + i);
      ids.add(envelope.id());
      store.append(envelope);
    }
    store.acknowledge(
        alice, List.of(ids.get(7), ids.get(0), ids.get(2), ids.get(1), ids.get(9), ids.get(8)));
    assertEquals(List.of("text 3", "text 4", "text 5", "text 6"), store.texts(alice));
  }

  @Test
  void a_mailbox_that_lost_envelopes_to_expiry_counts_right_when_they_are_acknowledged_late()
      throws IOException {
    store.append(envelope(alice, "old"));
    var known = store.all(alice).getFirst();
    store.clock().advance(Duration.ofDays(31));
    assertEquals(1, store.ports().mailboxes().expire(store.clock().instant(), 1));
    for (int i = 0; i < QUOTA; i++) {
      store.append(envelope(alice, "x"));
    }
    store.acknowledgeAt(alice, List.of(new Acknowledged(known.sequence(), 3)));
    assertInstanceOf(Appended.QueueFull.class, store.append(envelope(alice, "no")));
  }

  @Test
  void everything_accepted_is_there_after_a_restart() throws IOException {
    for (int i = 0; i < 40; i++) {
      assertInstanceOf(Appended.Durable.class, store.append(envelope(alice, "text " + i)));
    }
    store.reopen();
    assertEquals(40, store.all(alice).size());
  }

  @Test
  void an_account_that_is_deleted_takes_its_queue_along_and_is_unknown_from_then_on()
      throws IOException {
    store.append(envelope(alice, "gone"), envelope(bob, "stays"));
    assertTrue(store.ports().accounts().delete(alice.account()));
    assertFalse(store.ports().accounts().delete(alice.account()));
    assertEquals(List.of(), store.texts(alice));
    assertEquals(List.of("stays"), store.texts(bob));
    assertEquals(
        new Appended.NoSuchDevice(List.of(alice)), store.append(envelope(alice, "too late")));
  }

  @Test
  void many_callers_at_once_are_told_in_commit_order_of_each_mailbox() throws Exception {
    int callers = 8;
    int each = 100;
    var decided = new CountDownLatch(callers * each);
    var seen = new ArrayList<Long>();
    var devices = new ArrayList<DeviceAddress>();
    for (int i = 0; i < callers * each / QUOTA; i++) {
      devices.add(store.register("device " + i));
    }
    try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < callers; caller++) {
        int first = caller * each;
        threads.execute(() -> {
          for (int i = first; i < first + each; i++) {
            var to = devices.get(i % devices.size());
            store
                .ports()
                .mailboxes()
                .append(
                    List.of(envelope(to, "x")),
                    appended -> {
                      // only the writer's thread comes here
                      if (appended instanceof Appended.Durable(var fresh)
                          && to.equals(devices.getFirst())) {
                        seen.add(fresh.getFirst().envelope().sequence());
                      }
                      decided.countDown();
                    });
          }
        });
      }
      decided.await();
    }
    assertEquals(QUOTA, seen.size());
    assertEquals(seen.stream().sorted().distinct().toList(), seen);
  }
}
