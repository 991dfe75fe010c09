package org.juntos.relay.turn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.juntos.relay.otp.sender.Secret;
import org.juntos.wire.Bytes;

class StunMessageTest {
  private static final HexFormat HEX = HexFormat.of();

  /// RFC 5769, 2.4: a request with long-term authentication.
  private static final byte[] SAMPLE =
      HEX.parseHex(
          """
          000100602112a44278ad3433c6ad72c029da412e\
          00060012e3839ee38388e383aae38383e382afe382b90000\
          0015001c662f2f3439396b3935346436\
          4f4c33346f4c39465354767936347341\
          0014000b6578616d706c652e6f726700\
          00080014f67024656dd64a3e02b8e0712e85c9a28ca89666\
          """
              .strip());

  @Test
  void the_sample_of_the_standard_is_read_and_made() throws Exception {
    var sample = StunMessage.parse(SAMPLE);
    assertEquals("マトリックス", sample.text(StunMessage.USERNAME));
    assertEquals("example.org", sample.text(StunMessage.REALM));
    var unproven = new LinkedHashMap<>(sample.attributes());
    unproven.remove(StunMessage.INTEGRITY);
    var made = new StunMessage(sample.type(), sample.transaction(), unproven);
    assertArrayEquals(SAMPLE, made.bytes(FakeTurn.md5("マトリックス:example.org:TheMatrIX")));
  }

  @Test
  void what_is_no_message_is_refused() {
    for (int length = 0; length < SAMPLE.length; length++) {
      var cut = Arrays.copyOf(SAMPLE, length);
      assertThrows(IOException.class, () -> StunMessage.parse(cut));
    }
    var noCookie = SAMPLE.clone();
    noCookie[4] = 0;
    assertThrows(IOException.class, () -> StunMessage.parse(noCookie));
    var longAttribute = SAMPLE.clone();
    longAttribute[22] = 1;
    assertThrows(IOException.class, () -> StunMessage.parse(longAttribute));
  }

  @Test
  void an_address_is_told_of_both_families() throws Exception {
    var transaction = StunMessage.parse(SAMPLE).transaction();
    var address = new LinkedHashMap<Integer, byte[]>();
    address.put(StunMessage.RELAYED_ADDRESS, HEX.parseHex("0001a147e112a643"));
    var message = new StunMessage(StunMessage.ALLOCATED, transaction, address);
    assertEquals(InetAddress.ofLiteral("192.0.2.1"), message.relayed());
    address.put(
        StunMessage.RELAYED_ADDRESS, HEX.parseHex("0002a1470113a9faa5d3f179bc25f4b5bed2b9d9"));
    var sample6 =
        new StunMessage(StunMessage.ALLOCATED, Bytes.ofHex("b7e7a701bc34d686fa87dfae"), address);
    assertEquals(InetAddress.ofLiteral("2001:db8:1234:5678:11:2233:4455:6677"), sample6.relayed());
    address.put(StunMessage.RELAYED_ADDRESS, new byte[3]);
    assertNull(message.relayed());
  }

  @Test
  void credentials_end_and_name_nobody() {
    var end = Instant.ofEpochSecond(1_800_000_000);
    var made = TurnCredentials.until(end, "doctor", new Secret("north"));
    assertEquals("1800000000:doctor", made.username());
    assertEquals("TurnCredentials(1800000000:doctor)", made.toString());
  }

  @Test
  void addresses_of_servers_are_read() {
    assertEquals(
        new TurnUri("turn:a.example", "a.example", 3478, TurnUri.Transport.UDP),
        TurnUri.parse("turn:a.example"));
    var tcp = TurnUri.parse("turn:[::1]:99?transport=tcp");
    assertEquals("[::1] 99 TCP", tcp.host() + " " + tcp.port() + " " + tcp.transport());
    assertEquals(5349, TurnUri.parse("turns:a.example").port());
    for (var wrong :
        new String[] {
          "",
          "turn",
          "turn:",
          "turn:a b",
          "stun:a",
          "turn://a",
          "turn:a/b",
          "turn:a:70000",
          "turn:u@a",
          "turn:a?transport=tls",
          "turns:a?transport=udp",
          "turn:a#b"
        }) {
      assertThrows(IllegalArgumentException.class, () -> TurnUri.parse(wrong), wrong);
    }
  }
}
