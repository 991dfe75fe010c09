package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.sealed.KeyChecks;
import org.juntos.wire.Bytes;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.Probe;
import org.juntos.wire.proto.RelayInfo;
import org.juntos.wire.proto.RelayList;

class ListingTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String PIN = "A".repeat(43);

  @TempDir Path folder;

  private RelayInfo info(ListedAddress... listed) throws Exception {
    var options = RelayOptions.loopback(folder.resolve("data")).withListed(List.of(listed));
    try (var relay = RunningRelay.with(options, InstantSource.fixed(NOW))) {
      return RelayInfo.parseFrom(new WireClient(relay).get(Paths.RELAY, "").body());
    }
  }

  private static boolean isSigned(RelayInfo info, String label) {
    var said = new ByteArrayOutputStream();
    said.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    said.writeBytes(info.getRelayList().getList().toByteArray());
    return new KeyChecks()
        .isSigned(
            Bytes.of(info.getSenderTrustRoot().toByteArray()),
            Bytes.of(said.toByteArray()),
            Bytes.of(info.getRelayList().getSignature().toByteArray()));
  }

  @Test
  void a_relay_says_where_it_is_reached_and_signs_that() throws Exception {
    var info =
        info(
            ListedAddress.parse("eu-west=a.example:8443"),
            ListedAddress.parse("juntos://relay/10.0.0.7:1#" + PIN));
    var list = RelayList.parseFrom(info.getRelayList().getList());
    assertEquals(NOW.toEpochMilli(), list.getMadeAtMs());
    assertEquals("http://a.example:8443", list.getAddresses(0).getAddress());
    assertEquals("eu-west", list.getAddresses(0).getRegion());
    assertEquals("juntos://relay/10.0.0.7:1#" + PIN, list.getAddresses(1).getAddress());
    assertTrue(isSigned(info, "juntos relay list v1"));
    assertFalse(isSigned(info, "juntos held v1"));
  }

  @Test
  void a_relay_that_lists_nothing_says_so_too() throws Exception {
    var info = info();
    assertTrue(info.hasRelayList());
    assertEquals(0, RelayList.parseFrom(info.getRelayList().getList()).getAddressesCount());
    assertTrue(isSigned(info, "juntos relay list v1"));
  }

  @Test
  void an_address_of_its_own_has_its_own_key_and_port() {
    var own = java.net.URI.create("https://own:8443");
    assertEquals(
        "juntos://relay/a.example:8443#" + PIN, ListedAddress.parse("a.example").text(own, PIN));
    assertEquals("https://a.example:1", ListedAddress.parse("eu=a.example:1").text(own, ""));
    assertEquals("https://b.example", ListedAddress.parse("https://b.example").text(own, PIN));
  }

  @Test
  void a_probe_is_answered_on_the_stream() throws Exception {
    try (var relay = RunningRelay.in(folder)) {
      var device = TestDevice.register(relay, "+4915112345678");
      try (var stream = device.stream()) {
        stream.drain();
        stream.frame(ClientFrame.newBuilder().setProbe(Probe.getDefaultInstance()).build());
        stream.next(TestStream.Event.Alive.class);
      }
    }
  }
}
