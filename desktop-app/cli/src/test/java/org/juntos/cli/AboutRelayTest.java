package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.juntos.engine.intent.HeldView;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.PushAddress;
import org.juntos.engine.intent.PushView;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.RelayView;
import org.juntos.engine.model.RelayView.Health;
import org.juntos.wire.Bytes;

/// What is said of the relay itself.
class AboutRelayTest extends AtTheTerminal {
  @Test
  void relays_are_measured_and_listed_best_first() throws Exception {
    var near = new RelayView("a.example:1", "eu", true, true, Health.GOOD, Duration.ofMillis(12));
    var dead = new RelayView("b.example:1", "", false, false, Health.FAILING, null);
    var online = new ConnectionView.State.Online();
    profile.connection.set(new ConnectionView(online, 0, true, 0, List.of(near, dead)));
    assertEquals(0, ana.types("--json", "relays"));
    assertEquals(
        List.of(new Intent.MeasureRelays()),
        profile.submitted.stream().filter(Intent.MeasureRelays.class::isInstance).toList());
    assertTrue(
        ana.shown()
            .startsWith(
                "{\"address\":\"a.example:1\",\"region\":\"eu\",\"inUse\":true,\"home\":true,"
                    + "\"health\":\"good\",\"roundTripMs\":12}"),
        ana.shown());
    profile.connection.set(new ConnectionView(online, 0, true, 0, List.of(dead)));
    assertEquals(5, ana.types("--json", "relays"));
    assertEquals("offline", ana.errorCode());
  }

  @Test
  void what_the_relay_holds_is_told_row_by_row_and_differences_fail() throws Exception {
    profile.held = held();
    assertEquals(0, ana.types("--json", "held"));
    assertTrue(ana.shown().contains("\"held\":{\"device\":[{\"number\":1}]}"), ana.shown());
    profile.held = held("The relay holds device 2, which is not on the signed list.");
    assertEquals(1, ana.types("--json", "held"));
    assertEquals("held-differs", ana.errorCode());
  }

  @Test
  void the_relay_is_told_where_to_wake_this_device_and_asked_where_it_does() throws Exception {
    assertEquals(0, ana.types("--json", "push", "show"));
    assertEquals(
        "{\"way\":null,\"address\":null,\"offered\":[\"web\"],\"vapidKey\":\"BAk\"}",
        ana.shown().strip());
    profile.push = new PushView(List.of("web"), Bytes.EMPTY, "web", "https://p.example/1");
    var endpoint = List.of("push", "set", "--endpoint", "https://p.example/1");
    var keys = List.of("--p256dh", "BAE", "--auth", "AQI");
    assertEquals(0, types(Stream.concat(endpoint.stream(), keys.stream()).toList()));
    assertTrue(ana.shown().startsWith("this device is woken: web https://p.example/1"));
    var web =
        new PushAddress.Web(
            "https://p.example/1", Bytes.of(new byte[] {4, 1}), Bytes.of(new byte[] {1, 2}));
    assertTrue(profile.submitted.contains(new Intent.SetPush(web)));
    assertEquals(0, ana.types("push", "set", "--fcm", "abc"));
    assertTrue(profile.submitted.contains(new Intent.SetPush(new PushAddress.Fcm("abc"))));
    assertEquals(0, ana.types("push", "clear"));
    assertTrue(profile.submitted.contains(new Intent.ClearPush()));
    for (var wrong :
        List.of(endpoint, List.of("push", "set"), List.of("push", "show", "--fcm=x"))) {
      var words = Stream.concat(Stream.of("--json"), wrong.stream()).toList();
      assertEquals(2, types(words), wrong.toString());
      assertEquals("usage", ana.errorCode());
    }
  }

  private int types(List<String> words) throws InterruptedException {
    return ana.types(words.toArray(String[]::new));
  }

  private static HeldView held(String... differences) {
    var rows = List.<Map<String, Object>>of(Map.of("number", 1L));
    var device = new HeldView.Kind("device", "1 device", "", rows);
    return new HeldView(MemoryProfile.NOON, List.of(device), List.of(differences));
  }
}
