package org.juntos.relay.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.juntos.relay.contract.Fixture.fanOut;
import static org.juntos.relay.contract.Fixture.text;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.mailbox.Appended;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.relay.mailbox.FanOut;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// One message to many devices: see [org.juntos.relay.mailbox.MailboxStore].
public abstract class FanOutContract extends StoreContract {
  private static final int QUOTA_BYTES = 40;

  /// Of the store that `opening` opens.
  protected FanOutContract(Opening opening) {
    super(opening);
  }

  @Override
  RelayLimits limits() {
    var standard = RelayLimits.unhurried();
    var mailbox =
        new RelayLimits.Mailboxes(
            10, QUOTA_BYTES, Duration.ofDays(30), Duration.ofHours(24), 1_000);
    return new RelayLimits(
        standard.requests(), standard.codes(), mailbox, standard.blobs(), 30, 100, 0);
  }

  private static int fresh(Appended appended) {
    return assertInstanceOf(Appended.Durable.class, appended).fresh().size();
  }

  @Test
  void each_device_gets_its_own_begin_and_the_shared_end() throws IOException {
    store.append(Fixture.envelope(alice, "before"));
    assertEquals(2, fresh(store.append(fanOut("for all", alice, bob))));
    store.append(Fixture.envelope(alice, "after"));
    assertEquals(List.of("before", "0 for all", "after"), store.texts(alice));
    assertEquals(List.of("1 for all"), store.texts(bob));
    store.reopen();
    assertEquals(List.of("before", "0 for all", "after"), store.texts(alice));
    assertEquals(List.of("1 for all"), store.texts(bob));
  }

  @Test
  void whoever_has_it_takes_it_from_nobody_else() throws IOException {
    store.append(fanOut("for all", alice, bob));
    store.acknowledge(alice, List.of(store.all(alice).getFirst().id()));
    assertEquals(List.of(), store.texts(alice));
    assertEquals(List.of("1 for all"), store.texts(bob));
    store.ports().accounts().delete(alice.account());
    store.reopen();
    assertEquals(List.of("1 for all"), store.texts(bob));
  }

  @Test
  void a_repeat_goes_to_whom_the_first_did_not() throws IOException {
    var once = fanOut("for all", alice, bob);
    assertEquals(2, fresh(store.append(once)));
    assertEquals(0, fresh(store.append(once)));
    store.acknowledge(alice, List.of(once.copies().getFirst().own().id()));
    store.reopen();
    assertEquals(0, fresh(store.append(once)));
    assertEquals(List.of(), store.texts(alice));
    assertEquals(List.of("1 for all"), store.texts(bob));
  }

  @Test
  void a_device_that_is_not_there_or_another_one_keeps_all_out() throws IOException {
    var nobody = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
    var second = new DeviceAddress(bob.account(), 2);
    var other = new FanOut.Copy(new Envelope(UUID.randomUUID(), alice, text("0 ")), 8);
    assertEquals(
        new Appended.OtherDevices(List.of(nobody, second), List.of()),
        store.append(fanOut("no", alice, nobody, bob, second)));
    assertEquals(
        new Appended.OtherDevices(List.of(second), List.of(bob)),
        store.append(fanOut("no", alice, second)));
    assertEquals(
        new Appended.OtherDevices(List.of(alice), List.of()),
        store.append(new FanOut(text("no"), List.of(other))));
    assertEquals(List.of(), store.texts(alice));
    assertEquals(List.of(), store.texts(bob));
  }

  @Test
  void the_shared_end_counts_in_every_queue() throws IOException {
    store.append(Fixture.envelope(bob, "x".repeat(QUOTA_BYTES - 10)));
    assertInstanceOf(Appended.QueueFull.class, store.append(fanOut("y".repeat(9), alice, bob)));
    assertEquals(List.of(), store.texts(alice));
    assertEquals(2, fresh(store.append(fanOut("y".repeat(8), alice, bob))));
    store.reopen();
    assertInstanceOf(Appended.QueueFull.class, store.append(Fixture.envelope(bob, "z")));
    store.acknowledge(bob, List.of(store.all(bob).getLast().id()));
    assertEquals(1, fresh(store.append(Fixture.envelope(bob, "z".repeat(10)))));
  }

  @Test
  void it_expires_like_any_other() throws IOException {
    store.append(fanOut("for all", alice, bob));
    assertEquals(2, store.ports().mailboxes().expire(Fixture.START.plusSeconds(1), 10));
    assertEquals(List.of(), store.texts(alice));
    assertEquals(List.of(), store.texts(bob));
    assertEquals(2, fresh(store.append(fanOut("again", alice, bob))));
    assertEquals(List.of("1 again"), store.texts(bob));
  }
}
