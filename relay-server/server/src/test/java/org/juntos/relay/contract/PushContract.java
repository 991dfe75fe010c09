package org.juntos.relay.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.relay.push.PushStore;
import org.juntos.relay.push.PushTarget;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Where devices are woken: see [PushStore].
public abstract class PushContract extends StoreContract {
  private static final PushTarget WEB =
      new PushTarget.Web(
          URI.create("https://push.example.org/a?b=c"),
          Bytes.of(new byte[] {4, 5}),
          Bytes.of(new byte[] {6}));
  private static final PushTarget FCM = new PushTarget.Fcm("token");
  private static final PushTarget APNS = new PushTarget.Apns("00ff");

  /// Of the store that `opening` opens.
  protected PushContract(Opening opening) {
    super(opening);
  }

  private PushStore pushes() {
    return store.ports().pushes();
  }

  @Test
  void where_a_device_is_woken_survives_a_restart_until_it_is_cleared() throws IOException {
    assertEquals(Set.of(), pushes().all());
    assertNull(pushes().of(alice));
    assertTrue(pushes().set(alice, WEB));
    store.reopen();
    assertEquals(WEB, pushes().of(alice));
    assertEquals(Set.of(alice), pushes().all());
    pushes().clear(alice);
    pushes().clear(alice);
    assertNull(pushes().of(alice));
    assertEquals(Set.of(), pushes().all());
  }

  @Test
  void a_device_is_woken_in_one_place() throws IOException {
    for (var target : Set.of(WEB, FCM, APNS)) {
      assertTrue(pushes().set(alice, target));
      assertEquals(target, pushes().of(alice));
    }
    assertNull(pushes().of(bob));
  }

  @Test
  void what_a_push_service_forgot_is_cleared_unless_there_is_another_by_now() throws IOException {
    pushes().set(alice, FCM);
    pushes().clear(alice, WEB);
    pushes().clear(alice, new PushTarget.Apns("token"));
    assertEquals(FCM, pushes().of(alice));
    pushes().clear(alice, FCM);
    assertNull(pushes().of(alice));
  }

  @Test
  void nobody_cannot_be_woken() throws IOException {
    assertFalse(pushes().set(new DeviceAddress(new AccountId(UUID.randomUUID()), 1), WEB));
    assertFalse(pushes().set(new DeviceAddress(alice.account(), 2), WEB));
    assertEquals(Set.of(), pushes().all());
  }

  @Test
  void it_goes_with_the_account() throws IOException {
    pushes().set(alice, WEB);
    pushes().set(bob, FCM);
    store.ports().accounts().delete(alice.account());
    assertEquals(Set.of(bob), pushes().all());
  }
}
