package org.juntos.relay.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.juntos.relay.prekey.DeviceKeys;
import org.juntos.relay.prekey.OneTimePrekey;
import org.juntos.relay.prekey.SignedPrekey;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.WireLimits;

/// Prekeys of devices: see [org.juntos.relay.prekey.PrekeyStore].
public abstract class PrekeyContract extends StoreContract {
  /// Of the store that `opening` opens.
  protected PrekeyContract(Opening opening) {
    super(opening);
  }

  @Test
  void a_one_time_key_is_handed_out_once_and_never_comes_back() throws IOException {
    var prekeys = store.ports().prekeys();
    assertTrue(prekeys.add(alice, oneTime(1, 2)));
    assertEquals(
        List.of(1, 2, -1),
        List.of(handOut(store, alice), handOut(store, alice), handOut(store, alice)));
    assertTrue(prekeys.add(alice, oneTime(1, 2))); // a retry of the same upload
    assertEquals(-1, handOut(store, alice));
    assertTrue(prekeys.add(alice, oneTime(3, 3)));
    assertEquals(3, handOut(store, alice));
  }

  @Test
  void when_one_time_kyber_keys_run_out_the_last_resort_key_is_given() throws IOException {
    store.ports().prekeys().add(alice, oneTime(41, 41));
    var first = store.ports().prekeys().handOut(alice.account());
    var second = store.ports().prekeys().handOut(alice.account());
    assertNotNull(first);
    assertNotNull(second);
    assertEquals(Fixture.text("kyber 41"), first.bundles().getFirst().kyberPrekey().publicKey());
    assertEquals(Fixture.text("key"), second.bundles().getFirst().kyberPrekey().publicKey());
    assertEquals(List.of(1), second.runningLow());
  }

  @Test
  void only_so_many_one_time_keys_are_kept_and_the_newest_stay() throws IOException {
    store.ports().prekeys().add(alice, oneTime(1, WireLimits.MAX_ONE_TIME_PREKEYS));
    store.ports().prekeys().add(alice, oneTime(1_001, 1_010));
    var count = store.ports().prekeys().count(alice);
    assertNotNull(count);
    assertEquals(WireLimits.MAX_ONE_TIME_PREKEYS, count.oneTime());
    assertEquals(11, handOut(store, alice));
  }

  @Test
  void keys_for_nobody_are_not_kept() throws IOException {
    var nobody = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
    assertFalse(store.ports().prekeys().add(nobody, oneTime(1, 2)));
    assertNull(store.ports().prekeys().handOut(nobody.account()));
    assertNull(store.ports().prekeys().count(nobody));
  }

  private static int handOut(Fixture store, DeviceAddress device) throws IOException {
    var handOut = store.ports().prekeys().handOut(device.account());
    assertNotNull(handOut);
    var key = handOut.bundles().getFirst().oneTimePrekey();
    return key == null ? -1 : key.id();
  }

  private static DeviceKeys oneTime(int from, int to) {
    var keys =
        IntStream.rangeClosed(from, to)
            .mapToObj(id -> new OneTimePrekey(id, Fixture.text("key " + id)))
            .toList();
    var kyber =
        IntStream.rangeClosed(from, to)
            .mapToObj(
                id -> new SignedPrekey(id, Fixture.text("kyber " + id), Fixture.text("signature")))
            .toList();
    return new DeviceKeys(null, null, keys, kyber);
  }

  @Test
  void many_requesters_at_once_never_get_the_same_key() throws Exception {
    store.ports().prekeys().add(alice, oneTime(1, 60));
    var given = ConcurrentHashMap.<Integer>newKeySet();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = new ArrayList<Future<Boolean>>();
      for (int i = 0; i < 60; i++) {
        asked.add(threads.submit(() -> given.add(handOut(store, alice))));
      }
      for (var answer : asked) {
        assertTrue(answer.get(), "given twice");
      }
    }
    assertEquals(60, given.size());
  }

  @Test
  void what_was_given_stays_given_after_a_restart() throws IOException {
    store.ports().prekeys().add(alice, oneTime(1, 2));
    assertEquals(1, handOut(store, alice));
    store.reopen();
    store.ports().prekeys().add(alice, oneTime(1, 2));
    assertEquals(2, handOut(store, alice));
    assertEquals(-1, handOut(store, alice));
  }
}
