package org.juntos.engine.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.juntos.wire.Bytes;
import org.juntos.wire.proto.RelayList;
import org.signal.libsignal.protocol.ecc.ECKeyPair;

class AddressListTest {
  private static final String LABEL = "juntos relay list v1";
  private static final RelayAddress HOME =
      new RelayAddress(URI.create("https://home.example"), Bytes.EMPTY);
  private static final RelayAddress PLAIN_HOME =
      new RelayAddress(URI.create("http://127.0.0.1:1"), Bytes.EMPTY);

  private final ECKeyPair root = ECKeyPair.generate();

  private static Bytes list(List<String> addresses) {
    var list = RelayList.newBuilder().setMadeAtMs(5);
    addresses.forEach(address -> list.addAddressesBuilder().setAddress(address).setRegion("eu"));
    return Bytes.of(list.build().toByteArray());
  }

  private static SignedWord signed(ECKeyPair by, String label, Bytes message) {
    var text = label.getBytes(StandardCharsets.US_ASCII);
    var said = new byte[text.length + message.size()];
    System.arraycopy(text, 0, said, 0, text.length);
    System.arraycopy(message.toArray(), 0, said, text.length, message.size());
    return new SignedWord(message, Bytes.of(by.getPrivateKey().calculateSignature(said)));
  }

  private Bytes trusted() {
    return Bytes.of(root.getPublicKey().serialize());
  }

  private List<String> read(RelayAddress home, String... addresses) {
    var signed = signed(root, LABEL, list(List.of(addresses)));
    var list = Objects.requireNonNull(AddressList.verified(signed, trusted(), home));
    assertEquals(Instant.ofEpochMilli(5), list.madeAt());
    return list.places().stream().map(place -> place.address().text()).toList();
  }

  @Test
  void what_the_relay_signed_is_read() {
    var pinned = "juntos://relay/10.0.0.7:8443#" + "A".repeat(43);
    assertEquals(
        List.of("https://a.example:8443", pinned), read(HOME, "https://a.example:8443", pinned));
  }

  @Test
  void whoever_is_on_the_way_cannot_make_or_change_one() {
    var message = list(List.of("https://evil.example"));
    var honest = signed(root, LABEL, list(List.of("https://a.example")));
    assertNull(AddressList.verified(signed(ECKeyPair.generate(), LABEL, message), trusted(), HOME));
    assertNull(AddressList.verified(new SignedWord(message, honest.signature()), trusted(), HOME));
    assertNull(AddressList.verified(signed(root, "juntos held v1", message), trusted(), HOME));
    assertNull(AddressList.verified(SignedWord.NONE, trusted(), HOME));
  }

  @Test
  void addresses_that_others_can_listen_to_are_left_out_unless_the_relay_is_known_by_one() {
    assertEquals(List.of(), read(HOME, "http://127.0.0.1:2", "http://a.example"));
    assertEquals(List.of("http://127.0.0.1:2"), read(PLAIN_HOME, "http://127.0.0.1:2"));
  }

  @Test
  void what_is_no_address_and_what_is_too_much_is_left_out() {
    assertEquals(List.of("https://a.example"), read(HOME, "ftp://x", "", "https://a.example"));
    var many = IntStream.range(0, 40).mapToObj(i -> "https://a" + i + ".example").toList();
    assertEquals(16, read(HOME, many.toArray(String[]::new)).size());
    assertEquals(1, read(HOME, "https://a.example", "https://a.example").size());
  }
}
