package org.juntos.relay.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.relay.account.DeviceStore.Outcome;
import org.juntos.relay.account.DeviceStore.Spend;
import org.juntos.relay.account.LinkedDevice;
import org.juntos.relay.account.SignedDeviceList;
import org.juntos.relay.account.SignedDeviceList.Entry;
import org.juntos.relay.mailbox.Appended;
import org.juntos.relay.prekey.DeviceKeys;
import org.juntos.relay.prekey.SignedPrekey;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// Several devices of one account: see [org.juntos.relay.account.DeviceStore].
public abstract class DeviceContract extends StoreContract {
  private static final Outcome KEPT = new Outcome.Kept(List.of());

  /// Of the store that `opening` opens.
  protected DeviceContract(Opening opening) {
    super(opening);
  }

  private SignedDeviceList list(int revision, int... devices) {
    var entries = new ArrayList<Entry>();
    for (int device : devices) {
      entries.add(new Entry(device, 6 + device));
    }
    var text = Fixture.text("list " + revision + entries);
    return new SignedDeviceList(text, Fixture.text("signed"), alice.account(), revision, entries);
  }

  private Outcome add(int device, String token, SignedDeviceList list) throws IOException {
    var key = new SignedPrekey(1, Fixture.text("key"), Fixture.text("signature"));
    var linked =
        new LinkedDevice(
            address(device),
            6 + device,
            new DeviceKeys(key, key, List.of(), List.of()),
            list,
            Fixture.text("secret"));
    var spend = new Spend(token, Fixture.START.plusSeconds(600));
    return store.ports().devices().add(linked, Fixture.text("hash of " + device), spend);
  }

  private Outcome replace(SignedDeviceList list) throws IOException {
    return store.ports().devices().replace(list);
  }

  private DeviceAddress address(int device) {
    return new DeviceAddress(alice.account(), device);
  }

  @Test
  void a_device_comes_with_its_list_and_its_keys_and_the_same_again_changes_nothing()
      throws IOException {
    assertEquals(KEPT, add(2, "token", list(2, 1, 2)));
    assertEquals(KEPT, add(2, "token", list(2, 1, 2)), "the answer was lost");
    store.reopen();
    var kept = store.ports().devices().kept(alice.account());
    assertNotNull(kept);
    assertEquals(list(2, 1, 2).serialized(), kept.list());
    var handOut = store.ports().prekeys().handOut(alice.account());
    assertNotNull(handOut);
    assertEquals(2, handOut.bundles().size());
    store.append(Fixture.envelope(address(2), "for the second"));
    assertEquals(List.of("for the second"), store.texts(address(2)));
  }

  @Test
  void a_list_that_is_not_the_next_one_leaves_everything_and_the_token_stays_good()
      throws IOException {
    assertEquals(new Outcome.Outdated(), add(2, "token", list(1, 1, 2)), "the same revision");
    assertEquals(new Outcome.Outdated(), add(2, "token", list(2, 2)), "it drops the first");
    assertEquals(new Outcome.Outdated(), add(2, "token", list(2, 1, 2, 3)), "one too many");
    assertEquals(new Outcome.Outdated(), add(1, "token", list(2, 1)), "it is there already");
    assertNull(store.ports().accounts().secretHash(address(2)));
    assertEquals(KEPT, add(2, "token", list(9, 1, 2)), "a higher revision is the next one");
  }

  @Test
  void a_token_is_good_for_one_device() throws IOException {
    assertEquals(KEPT, add(2, "token", list(2, 1, 2)));
    assertEquals(new Outcome.Spent(), add(3, "token", list(3, 1, 2, 3)));
    assertNull(store.ports().accounts().secretHash(address(3)));
    assertEquals(KEPT, add(3, "another", list(3, 1, 2, 3)));
  }

  @Test
  void a_device_that_is_taken_off_leaves_nothing_and_the_others_lose_nothing() throws IOException {
    add(2, "token", list(2, 1, 2));
    store.append(Fixture.envelope(address(1), "first"), Fixture.envelope(address(2), "second"));
    assertEquals(new Outcome.Kept(List.of(address(2))), replace(list(3, 1)));
    assertEquals(KEPT, replace(list(3, 1)), "the answer was lost");
    assertNull(store.ports().accounts().secretHash(address(2)));
    assertEquals(
        new Appended.NoSuchDevice(List.of(address(2))),
        store.append(Fixture.envelope(address(2), "late")));
    assertEquals(List.of("first"), store.texts(address(1)));
  }

  @Test
  void a_number_that_is_used_again_begins_with_an_empty_mailbox() throws IOException {
    add(2, "token", list(2, 1, 2));
    store.append(Fixture.envelope(address(2), "of the former"));
    replace(list(3, 1));
    add(2, "another", list(4, 1, 2));
    assertEquals(List.of(), store.texts(address(2)));
  }

  @Test
  void only_devices_that_are_there_stay_on_a_list_and_at_least_one() throws IOException {
    add(2, "token", list(2, 1, 2));
    assertEquals(new Outcome.Outdated(), replace(list(2, 1)), "the same revision");
    assertEquals(new Outcome.Outdated(), replace(list(3)), "nobody is left");
    assertEquals(new Outcome.Outdated(), replace(list(3, 1, 3)), "the third was never there");
    assertNotNull(store.ports().accounts().secretHash(address(2)));
  }

  @Test
  void an_account_that_is_not_there_has_no_devices() throws IOException {
    assertNull(store.ports().devices().kept(new AccountId(UUID.randomUUID())));
    store.ports().accounts().delete(alice.account());
    assertEquals(new Outcome.NoAccount(), add(2, "token", list(2, 1, 2)));
    assertEquals(new Outcome.NoAccount(), replace(list(2, 1)));
  }
}
