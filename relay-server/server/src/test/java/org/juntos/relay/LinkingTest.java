package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.wire.AccountId;
import org.juntos.wire.Paths;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.LinkDevice;
import org.juntos.wire.proto.LinkToken;
import org.juntos.wire.proto.ProvisioningMailbox;
import org.juntos.wire.proto.Registered;
import org.juntos.wire.proto.SealedProvisioning;
import org.juntos.wire.proto.SignedDeviceList;

/// How a device is added to an account and taken off, over HTTP.
class LinkingTest {
  private static final ByteString SECRET = DeviceKeyMaterial.secret();

  @TempDir Path folder;

  private static String leave(TestDevice device) throws IOException {
    var reply = device.client().post(Paths.LINKS, LinkToken.getDefaultInstance(), device.token());
    assertEquals(201, reply.status(), reply.text());
    return LinkToken.parseFrom(reply.body()).getToken();
  }

  private static LinkDevice.Builder second(TestDevice first, String leave) {
    return LinkDevice.newBuilder()
        .setLinkToken(leave)
        .setDeviceId(2)
        .setRegistrationId(78)
        .setKeys(first.keys().full(1))
        .setDeviceList(list(first, 2, 1, 2))
        .setDeviceSecret(SECRET);
  }

  private static SignedDeviceList list(TestDevice device, int revision, int... devices) {
    return device.keys().deviceList(device.account(), revision, devices);
  }

  private static WireClient.Reply link(TestDevice first, LinkDevice.Builder device)
      throws IOException {
    return first.client().post(devicesOf(first.account()), device.build(), "");
  }

  private static String devicesOf(AccountId account) {
    return Paths.ACCOUNTS + "/" + account + "/devices";
  }

  private static String linked(TestDevice first) throws IOException {
    var reply = link(first, second(first, leave(first)));
    assertEquals(201, reply.status(), reply.text());
    return Registered.parseFrom(reply.body()).getToken().getToken();
  }

  @Test
  void a_device_is_added_with_the_leave_of_another_and_a_list_that_the_account_signed()
      throws Exception {
    try (var relay = RunningRelay.in(folder)) {
      var ana = TestDevice.register(relay, "+4915112345678", 1);
      var token = linked(ana);
      var list = SignedDeviceList.parseFrom(ana.client().get(Paths.DEVICES, token).body());
      assertEquals(list(ana, 2, 1, 2).getList(), list.getList());
    }
  }

  @Test
  void without_leave_a_signature_or_room_there_is_no_device() throws Exception {
    try (var relay = RunningRelay.in(folder)) {
      var ana = TestDevice.register(relay, "+4915112345678", 1);
      var mallory = TestDevice.register(relay, "+4915112345679", 1);
      var leave = leave(ana);
      assertTrue(link(ana, second(ana, "nonsense")).hasCode("link-over"));
      assertTrue(link(ana, second(ana, ana.token())).hasCode("link-over"), "another kind");
      assertTrue(link(ana, second(ana, leave(mallory))).hasCode("link-over"), "of another");
      var foreign = second(mallory, leave).setDeviceList(list(ana, 2, 1, 2));
      assertTrue(link(ana, foreign).hasCode("key-invalid"), "keys that ana did not sign");
      var unsigned = mallory.keys().deviceList(ana.account(), 2, new int[] {1, 2});
      assertTrue(link(ana, second(ana, leave).setDeviceList(unsigned)).hasCode("key-invalid"));
      var full = list(ana, 2, 1, 2, 3, 4, 5, 6, 7);
      var seventh = second(ana, leave).setDeviceList(full);
      assertTrue(link(ana, seventh).hasCode("too-many-devices"));
      assertEquals(201, link(ana, second(ana, leave)).status(), "the leave is still good");
      var third = second(ana, leave).setDeviceId(3).setRegistrationId(79);
      assertTrue(link(ana, third.setDeviceList(list(ana, 3, 1, 2, 3))).hasCode("link-over"));
    }
  }

  @Test
  void leave_is_over_after_ten_minutes() throws Exception {
    var clock = new ManualClock(Instant.now());
    try (var relay = RunningRelay.in(folder, RelayLimits.unhurried(), clock)) {
      var ana = TestDevice.register(relay, "+4915112345678", 1);
      var leave = leave(ana);
      clock.advance(WireLimits.LINK_EXPIRY);
      assertTrue(link(ana, second(ana, leave)).hasCode("link-over"));
    }
  }

  @Test
  void a_device_that_is_taken_off_is_out_at_once() throws Exception {
    try (var relay = RunningRelay.in(folder)) {
      var ana = TestDevice.register(relay, "+4915112345678", 1);
      var token = linked(ana);
      try (var stream = TestStream.open(relay, ana.client(), token)) {
        stream.drain();
        var reply = ana.client().put(Paths.DEVICES, list(ana, 3, 1), ana.token());
        assertEquals(204, reply.status(), reply.text());
        assertEquals(4003, stream.next(TestStream.Event.Closed.class).code());
      }
      assertEquals(401, ana.client().get(Paths.DEVICES, token).status());
      assertEquals(200, ana.client().get(Paths.DEVICES, ana.token()).status());
      var again = ana.client().put(Paths.DEVICES, list(ana, 2, 1), ana.token());
      assertTrue(again.hasCode("conflict"), again.text());
    }
  }

  @Test
  void a_mailbox_takes_one_message_of_a_device_and_shows_it_to_whoever_knows_its_id()
      throws Exception {
    try (var relay = RunningRelay.in(folder)) {
      var ana = TestDevice.register(relay, "+4915112345678", 1);
      var made = ana.client().post(Paths.PROVISIONING, LinkToken.getDefaultInstance(), "");
      assertEquals(201, made.status(), made.text());
      var id = ProvisioningMailbox.parseFrom(made.body()).getId();
      var path = Paths.PROVISIONING + "/" + encoded(id);
      assertEquals(200, ana.client().get(path, "").status());
      assertEquals(401, ana.client().put(path, message("x"), "").status());
      assertEquals(204, ana.client().put(path, message("one"), ana.token()).status());
      assertEquals(204, ana.client().put(path, message("one"), ana.token()).status());
      assertTrue(ana.client().put(path, message("two"), ana.token()).hasCode("conflict"));
      var sealed = SealedProvisioning.parseFrom(ana.client().get(path, "").body());
      assertEquals("one", sealed.getSealed().toStringUtf8());
      var other = Paths.PROVISIONING + "/" + encoded(ByteString.copyFromUtf8("0123456789abcdef"));
      assertTrue(ana.client().get(other, "").hasCode("not-found"));
      var large = "x".repeat(WireLimits.MAX_PROVISIONING_BYTES + 1);
      assertTrue(ana.client().put(path, message(large), ana.token()).hasCode("too-large"));
    }
  }

  @Test
  void one_address_gets_so_many_mailboxes_an_hour() throws Exception {
    try (var relay = RunningRelay.in(folder, RelayLimits.standard(), InstantSource.system())) {
      var client = new WireClient(relay);
      int most = RelayLimits.standard().codes().perAddressPerHour();
      for (int i = 0; i < most; i++) {
        var made = client.post(Paths.PROVISIONING, LinkToken.getDefaultInstance(), "");
        assertEquals(201, made.status());
      }
      var refused = client.post(Paths.PROVISIONING, LinkToken.getDefaultInstance(), "");
      assertTrue(refused.hasCode("rate-limited"), refused.text());
    }
  }

  private static SealedProvisioning message(String text) {
    return SealedProvisioning.newBuilder().setSealed(ByteString.copyFromUtf8(text)).build();
  }

  private static String encoded(ByteString id) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id.toByteArray());
  }
}
