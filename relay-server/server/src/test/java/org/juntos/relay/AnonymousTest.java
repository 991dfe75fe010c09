package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.TestStream.Event;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.AccessKey;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.EphemeralOut;
import org.juntos.wire.proto.KeyCount;
import org.juntos.wire.proto.PrekeyBundles;
import org.juntos.wire.proto.Probe;
import org.juntos.wire.proto.Send;
import org.juntos.wire.proto.SendResult;
import org.juntos.wire.proto.SendResult.Status;

class AnonymousTest {
  private static final ByteString KEY = ByteString.copyFrom(new byte[16]);
  private static final ByteString OTHER = ByteString.copyFromUtf8("another key of 16".substring(1));

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
  private RunningRelay relay;
  private TestDevice alice;
  private TestDevice bob;

  @BeforeEach
  void start() throws Exception {
    relay = RunningRelay.in(folder, limits(), clock);
    alice = TestDevice.register(relay, "+4915112345678");
    bob = TestDevice.register(relay, "+4915112345679");
    assertEquals(204, access(bob, KEY).status());
  }

  /// No hurry but in asking: three messages a day.
  private static RelayLimits limits() {
    var unhurried = RelayLimits.unhurried();
    return new RelayLimits(
        unhurried.requests(),
        unhurried.codes(),
        unhurried.mailbox(),
        unhurried.blobs(),
        2,
        3,
        unhurried.reservedDiskBytes());
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  private static WireClient.Reply access(TestDevice device, ByteString key) throws Exception {
    var message = AccessKey.newBuilder().setKey(key).build();
    return device.client().put(Paths.ACCESS_KEY, message, device.token());
  }

  private TestStream anonymous() {
    return TestStream.anonymous(relay, alice.client());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Send message(long request, DeviceAddress to, ByteString... keys) {
    return TestStream.message(request, UUID.randomUUID(), to, bytes("hello")).toBuilder()
        .addAllAccessKeys(List.of(keys))
        .build();
  }

  private static SendResult send(TestStream stream, Send send) throws InterruptedException {
    stream.frame(ClientFrame.newBuilder().setSend(send).build());
    return stream.result();
  }

  @Test
  void whoever_holds_the_key_sends_without_a_token() throws Exception {
    try (var toBob = bob.stream();
        var stream = anonymous()) {
      toBob.drain();
      assertEquals(Status.ACCEPTED, send(stream, message(7, bob.address(), KEY)).getStatus());
      assertEquals("hello", toBob.delivery().getCiphertext().toStringUtf8());
      stream.frame(ClientFrame.newBuilder().setProbe(Probe.getDefaultInstance()).build());
      assertTrue(stream.next() instanceof Event.Alive, "nothing but results and answers comes");
    }
  }

  @Test
  void a_wrong_key_no_key_no_such_account_and_an_account_without_one_look_alike() throws Exception {
    var nobody = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
    var noSuchDevice = new DeviceAddress(bob.account(), 5);
    try (var stream = anonymous()) {
      var denied =
          List.of(
              send(stream, message(1, bob.address(), OTHER)),
              send(stream, message(1, bob.address())),
              send(stream, message(1, bob.address(), KEY, KEY)),
              send(stream, message(1, bob.address(), KEY.substring(1))),
              send(stream, message(1, nobody, KEY)),
              send(stream, message(1, noSuchDevice, OTHER)),
              send(stream, message(1, alice.address(), KEY)));
      for (var result : denied) {
        assertEquals(
            SendResult.newBuilder().setRequestId(1).setStatus(Status.ACCESS_DENIED).build(),
            result);
      }
      var known = send(stream, message(2, noSuchDevice, KEY));
      assertEquals(Status.NO_SUCH_DEVICE, known.getStatus(), "a holder is told");
    }
    try (var toBob = bob.stream()) {
      assertEquals(List.of(), toBob.drain());
    }
  }

  @Test
  void every_addressed_account_has_to_be_opened_in_the_order_of_the_envelopes() throws Exception {
    access(alice, OTHER);
    var both =
        Send.newBuilder()
            .setRequestId(1)
            .addEnvelopes(TestStream.envelope(UUID.randomUUID(), bob.address(), bytes("to bob")))
            .addEnvelopes(TestStream.envelope(UUID.randomUUID(), alice.address(), bytes("alice")))
            .addEnvelopes(TestStream.envelope(UUID.randomUUID(), bob.address(), bytes("again")));
    try (var stream = anonymous()) {
      for (var keys : List.of(List.of(KEY), List.of(KEY, KEY), List.of(OTHER, KEY))) {
        var send = both.clone().addAllAccessKeys(keys).build();
        assertEquals(Status.ACCESS_DENIED, send(stream, send).getStatus());
      }
      var send = both.clone().addAllAccessKeys(List.of(KEY, OTHER)).build();
      assertEquals(Status.ACCEPTED, send(stream, send).getStatus());
    }
  }

  @Test
  void another_key_takes_the_place_of_the_first_and_outlives_a_restart() throws Exception {
    try (var stream = anonymous()) {
      assertEquals(Status.ACCEPTED, send(stream, message(1, bob.address(), KEY)).getStatus());
      access(bob, OTHER);
      assertEquals(Status.ACCESS_DENIED, send(stream, message(2, bob.address(), KEY)).getStatus());
      assertEquals(Status.ACCEPTED, send(stream, message(3, bob.address(), OTHER)).getStatus());
    }
    relay.restart();
    try (var stream = anonymous()) {
      assertEquals(Status.ACCESS_DENIED, send(stream, message(1, bob.address(), KEY)).getStatus());
      assertEquals(Status.ACCEPTED, send(stream, message(2, bob.address(), OTHER)).getStatus());
    }
    var count = bob.client().get(Paths.KEY_COUNT, bob.token());
    assertEquals(32, KeyCount.parseFrom(count.body()).getAccessKeySha256().size());
  }

  @Test
  void the_key_of_a_deleted_account_opens_nothing() throws Exception {
    try (var stream = anonymous()) {
      assertEquals(Status.ACCEPTED, send(stream, message(1, bob.address(), KEY)).getStatus());
      bob.client().call("DELETE", Paths.ACCOUNTS, null, Map.of(), bob.token());
      assertEquals(Status.ACCESS_DENIED, send(stream, message(2, bob.address(), KEY)).getStatus());
    }
  }

  @Test
  void a_token_on_the_anonymous_stream_is_refused() throws Exception {
    try (var stream = TestStream.withToken(relay, alice.client(), Paths.ANONYMOUS, alice.token())) {
      assertEquals("HTTP 400", stream.next(Event.Failed.class).why());
    }
  }

  @Test
  void ephemerals_reach_whom_the_key_opens_and_are_never_taken_with_a_name() throws Exception {
    try (var toBob = bob.stream();
        var named = alice.stream();
        var stream = anonymous()) {
      toBob.drain();
      named.frame(ephemeral("with a name", KEY));
      named.send(1, UUID.randomUUID(), alice.address(), bytes("after it"));
      stream.frame(ephemeral("wrong", OTHER));
      stream.frame(ephemeral("right", KEY));
      assertEquals("right", toBob.next(Event.Ephemeral.class).ciphertext().toStringUtf8());
    }
  }

  private ClientFrame ephemeral(String text, ByteString key) {
    var ephemeral =
        EphemeralOut.newBuilder()
            .setDestination(TestStream.address(bob.address()))
            .setCiphertext(ByteString.copyFromUtf8(text))
            .setAccessKey(key);
    return ClientFrame.newBuilder().setEphemeral(ephemeral).build();
  }

  @Test
  void whoever_asks_too_often_is_told_when_to_ask_again() throws Exception {
    try (var stream = alice.stream()) {
      for (int i = 0; i < 3; i++) {
        assertEquals(Status.ACCEPTED, send(stream, message(i, bob.address())).getStatus());
      }
      var later = send(stream, message(9, bob.address()));
      assertEquals(Status.LATER, later.getStatus());
      assertEquals("asked-too-often", later.getCode());
      assertEquals(Duration.ofHours(8).toMillis() + 1, later.getRetryAfterMs());
      clock.advance(Duration.ofMillis(later.getRetryAfterMs()));
      assertEquals(Status.ACCEPTED, send(stream, message(10, bob.address())).getStatus());
      var many = Send.newBuilder().setRequestId(11);
      for (int i = 0; i < 4; i++) {
        many.addEnvelopes(TestStream.envelope(UUID.randomUUID(), bob.address(), bytes("x")));
      }
      var never = send(stream, many.build());
      assertEquals(Status.REFUSED, never.getStatus());
      assertEquals("asked-too-often", never.getCode());
    }
  }

  @Test
  void repeats_own_devices_and_accounts_without_a_key_do_not_count() throws Exception {
    var carol = TestDevice.register(relay, "+4915112345670");
    access(alice, OTHER);
    var nobody = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
    var once = message(1, bob.address());
    try (var stream = alice.stream()) {
      for (int i = 0; i < 5; i++) {
        assertEquals(Status.ACCEPTED, send(stream, once).getStatus());
        assertEquals(Status.ACCEPTED, send(stream, message(2, alice.address())).getStatus());
        assertEquals(Status.ACCEPTED, send(stream, message(3, carol.address())).getStatus());
        assertEquals(Status.NO_SUCH_DEVICE, send(stream, message(4, nobody)).getStatus());
        var unlisted = new DeviceAddress(bob.account(), 5);
        assertEquals(Status.NO_SUCH_DEVICE, send(stream, message(5, unlisted)).getStatus());
      }
      assertEquals(Status.ACCEPTED, send(stream, message(6, bob.address())).getStatus());
    }
  }

  @Test
  void bundles_are_handed_out_for_the_access_key() throws Exception {
    var path = Paths.ACCOUNTS + "/" + bob.account() + "/keys";
    var right = Map.of(Paths.ACCESS_KEY_HEADER, base64(KEY));
    var wrong = Map.of(Paths.ACCESS_KEY_HEADER, base64(OTHER));
    var client = alice.client();
    var handed = client.call("GET", path, null, right, "");
    assertEquals(200, handed.status(), handed.text());
    assertEquals(1, PrekeyBundles.parseFrom(handed.body()).getBundlesCount());
    var nobody = Paths.ACCOUNTS + "/" + UUID.randomUUID() + "/keys";
    for (var denied :
        List.of(
            client.call("GET", path, null, wrong, ""),
            client.call("GET", nobody, null, right, ""),
            client.call("GET", path, null, Map.of(Paths.ACCESS_KEY_HEADER, ""), ""))) {
      assertEquals(403, denied.status());
      assertTrue(denied.hasCode("access-denied"), denied.text());
    }
    assertTrue(client.call("GET", path, null, right, alice.token()).hasCode("malformed"));
    assertTrue(
        client
            .call("GET", path, null, Map.of(Paths.ACCESS_KEY_HEADER, "?"), "")
            .hasCode("malformed"));
    client.call("GET", path, null, right, "");
    assertTrue(client.call("GET", path, null, right, "").hasCode("rate-limited"));
    assertFalse(client.call("GET", path, null, Map.of(), alice.token()).hasCode("rate-limited"));
  }

  private static String base64(ByteString key) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key.toByteArray());
  }

  @Test
  void a_key_of_another_length_is_refused_and_nobody_sets_one_without_a_token() throws Exception {
    assertTrue(access(bob, KEY.substring(1)).hasCode("malformed"));
    var message = AccessKey.newBuilder().setKey(OTHER).build();
    assertEquals(401, bob.client().put(Paths.ACCESS_KEY, message, "").status());
  }
}
