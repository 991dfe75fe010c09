package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.push.LocalPushService;
import org.juntos.relay.push.UserAgent;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.Held;
import org.juntos.wire.proto.PushSubscription;
import org.juntos.wire.proto.RelayInfo;
import org.juntos.wire.proto.SendResult.Status;
import org.juntos.wire.proto.SignedHeld;

/// A relay that wakes devices, beside a push service.
class PushTest {
  private static final String ANA = "+4915112345678";
  private static final String BEN = "+4915112345679";

  @TempDir Path folder;

  private RunningRelay relay(LocalPushService service) throws Exception {
    var push = PushOptions.standard().anywhere(service.authorities(folder.resolve("service.pem")));
    return RunningRelay.with(
        RunningRelay.watchedOptions(folder)
            .withOperating(Operating.quiet().withAdminPort().withPush(push)),
        RunningRelay.codes(folder));
  }

  private static PushSubscription subscription(String endpoint, UserAgent agent) {
    return PushSubscription.newBuilder()
        .setWeb(
            PushSubscription.WebPush.newBuilder()
                .setEndpoint(endpoint)
                .setP256Dh(ByteString.copyFrom(agent.p256dh().toArray()))
                .setAuth(ByteString.copyFrom(agent.auth().toArray())))
        .build();
  }

  private static void subscribe(TestDevice device, PushSubscription subscription) throws Exception {
    var reply = device.client().put(Paths.PUSH, subscription, device.token());
    assertEquals(204, reply.status(), reply.text());
  }

  private static void send(TestStream from, TestDevice to) throws Exception {
    var result = from.send(1, UUID.randomUUID(), to.address(), new byte[42]);
    assertEquals(Status.ACCEPTED, result.getStatus());
  }

  private static byte[] vapidKey(TestDevice device) throws Exception {
    var info = RelayInfo.parseFrom(device.client().get(Paths.RELAY, "").body());
    assertEquals(List.of("web"), info.getPush().getWaysList());
    return info.getPush().getVapidKey().toByteArray();
  }

  private static String held(TestDevice device) throws Exception {
    var signed = SignedHeld.parseFrom(device.client().get(Paths.HELD, device.token()).body());
    return Held.parseFrom(signed.getHeld()).getTablesList().stream()
        .filter(table -> table.getName().equals("push"))
        .findFirst()
        .orElseThrow()
        .getRowsList()
        .toString();
  }

  @Test
  void a_storm_of_messages_for_a_device_that_is_away_is_one_push_that_only_it_can_read()
      throws Exception {
    var agent = new UserAgent();
    try (var service = new LocalPushService();
        var relay = relay(service)) {
      var ana = TestDevice.register(relay, ANA);
      var ben = TestDevice.register(relay, BEN);
      subscribe(ben, subscription(service.url("/ben"), agent));
      assertTrue(held(ben).contains(service.url("/ben")), held(ben));
      try (var from = ana.stream()) {
        storm(from, ben, 1_000);
        var push = service.post();
        assertEquals("/ben", push.path());
        assertEquals("juntos: connect", agent.opened(push));
        UserAgent.signed(push, vapidKey(ana));
        storm(from, ben, 10);
        assertEquals(0, service.left());
        try (var reading = ben.stream()) { // it has come
          reading.acknowledge(reading.drain());
          send(from, ben);
          reading.acknowledge(List.of(reading.delivery()));
          assertEquals(0, service.left(), "none while it is here");
        }
      }
      assertTrue(isCounted(relay), "one push was sent");
    }
  }

  /// The relay counts it once it has read the service's answer.
  private static boolean isCounted(RunningRelay relay) throws Exception {
    var client = new WireClient(relay).http();
    for (int tries = 0; tries < 1_000; tries++) {
      var metrics = client.newCall(metrics(relay)).execute().body().string();
      if (metrics.contains("juntos_relay_pushes_total{outcome=\"sent\"} 1.0")) {
        return true;
      }
    }
    return false;
  }

  private static okhttp3.Request metrics(RunningRelay relay) {
    var url = "http://127.0.0.1:" + relay.relay().adminPort() + "/metrics";
    return new okhttp3.Request.Builder().url(url).build();
  }

  private static void storm(TestStream from, TestDevice to, int messages) throws Exception {
    for (int i = 0; i < messages; i++) {
      var send = TestStream.message(i, UUID.randomUUID(), to.address(), new byte[42]);
      from.frame(ClientFrame.newBuilder().setSend(send).build());
    }
    for (int i = 0; i < messages; i++) {
      assertEquals(Status.ACCEPTED, from.result().getStatus());
    }
  }

  @Test
  void a_subscription_that_is_gone_is_dropped_and_one_that_is_cleared_is_not_pushed_to()
      throws Exception {
    var agent = new UserAgent();
    try (var service = new LocalPushService();
        var relay = relay(service)) {
      var ana = TestDevice.register(relay, ANA);
      var ben = TestDevice.register(relay, BEN);
      subscribe(ben, subscription(service.url("/gone"), agent));
      subscribe(ana, subscription(service.url("/ana"), agent));
      try (var from = ana.stream()) {
        service.say(410, Map.of(), "");
        send(from, ben);
        assertEquals("/gone", service.post().path());
        while (!held(ben).equals("[]")) {
          Thread.onSpinWait();
        }
        send(from, ben);
        subscribe(ben, subscription(service.url("/new"), agent));
        send(from, ben);
        assertEquals("/new", service.post().path());
        subscribe(ben, subscription(service.url("/other"), agent));
        var cleared = ben.client().call("DELETE", Paths.PUSH, null, Map.of(), ben.token());
        assertEquals(204, cleared.status());
        assertEquals("[]", held(ben));
        send(from, ben);
        assertEquals(0, service.left());
      }
    }
  }

  @Test
  void a_relay_that_was_killed_still_knows_whom_to_wake_under_the_same_key() throws Exception {
    var agent = new UserAgent();
    try (var service = new LocalPushService()) {
      var settings =
          new String[] {
            "--push-anywhere",
            "--push-authorities=" + service.authorities(folder.resolve("service.pem"))
          };
      TestDevice ana;
      TestDevice ben;
      byte[] key;
      try (var process = RelayProcess.start(folder, 0, settings)) {
        ana = TestDevice.register(process.relay(), ANA);
        ben = TestDevice.register(process.relay(), BEN);
        key = vapidKey(ana);
        subscribe(ben, subscription(service.url("/ben"), agent));
      }
      try (var process = RelayProcess.start(folder, 0, settings);
          var from = ana.on(process.relay()).stream()) {
        send(from, ben);
        UserAgent.signed(service.post(), key);
      }
    }
  }

  @Test
  void what_cannot_be_pushed_to_is_refused_and_a_relay_that_wakes_nobody_says_nothing_of_it()
      throws Exception {
    try (var relay = RunningRelay.in(folder)) {
      var ana = TestDevice.register(relay, ANA);
      var here = subscription("https://127.0.0.1:1/", new UserAgent());
      var refused = ana.client().put(Paths.PUSH, here, ana.token());
      assertTrue(refused.hasCode("push-invalid"), refused.text());
      var nothing =
          ana.client().put(Paths.PUSH, PushSubscription.getDefaultInstance(), ana.token());
      assertTrue(nothing.hasCode("malformed"), nothing.text());
      assertEquals(401, ana.client().put(Paths.PUSH, here, "").status());
    }
    var off = new PushOptions(false, PushOptions.standard().pause(), "", false, null, null, null);
    var options = RelayOptions.loopback(folder.resolve("off"));
    try (var relay =
        RunningRelay.with(
            options.withOperating(Operating.quiet().withPush(off)), folder.resolve("codes"))) {
      var client = new WireClient(relay);
      assertFalse(RelayInfo.parseFrom(client.get(Paths.RELAY, "").body()).hasPush());
      assertEquals(404, client.put(Paths.PUSH, PushSubscription.getDefaultInstance(), "").status());
    }
  }
}
