package org.juntos.engine.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.engine.connection.RelayAddress.Parsed;
import org.juntos.wire.Bytes;

final class RelayAddressTest {
  private static final Bytes PIN = Bytes.ofHex("ab".repeat(32));

  @ParameterizedTest
  @CsvSource({
    "relay.example, https://relay.example",
    "relay.example:8443, https://relay.example:8443",
    "HTTPS://Relay.Example/, https://relay.example",
    "' https://relay.example:443 ', https://relay.example:443",
    "http://127.0.0.1:9000, http://127.0.0.1:9000",
    "http://localhost:9000, http://localhost:9000",
    "http://[::1]:9000, http://[::1]:9000",
    "127.0.0.1:9000, http://127.0.0.1:9000",
    "LocalHost:9000/, http://localhost:9000",
    "[::1]:9000, http://[::1]:9000",
    "localhost, http://localhost",
    "127.0.0.1.example:9000, https://127.0.0.1.example:9000",
    "https://127.0.0.1:9000, https://127.0.0.1:9000",
  })
  void reads_what_people_type(String text, String uri) {
    assertEquals(new RelayAddress(URI.create(uri), Bytes.EMPTY), valid(RelayAddress.parse(text)));
  }

  @Test
  void reads_an_invite_link_and_writes_it_again() {
    var address = new RelayAddress(URI.create("https://10.0.0.7:8443"), PIN);

    assertTrue(address.text().startsWith("juntos://relay/10.0.0.7:8443#"));
    assertEquals(address, valid(RelayAddress.parse(address.text())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "http://relay.example",
        "http://127.0.0.1.example:80",
        "ftp://relay.example",
        "https://",
        "https://relay.example/path",
        "https://relay.example?query",
        "https://someone@relay.example",
        "https://relay.example:99999",
        "relay example",
        "juntos://relay/relay.example:8443",
        "juntos://relay/relay.example:8443#",
        "juntos://relay/relay.example:8443#q6urq6s",
        "juntos://relay/relay.example:8443#not base64 at all",
        "juntos://add/AAAA",
      })
  void refuses_the_rest_with_a_sentence(String text) {
    var invalid = assertInstanceOf(Parsed.Invalid.class, RelayAddress.parse(text));
    assertTrue(invalid.sentence().endsWith(".") || invalid.sentence().contains(":"));
  }

  @Test
  void allows_plain_http_elsewhere_only_when_forced() {
    var address = valid(RelayAddress.parseAllowingPlain("http://10.0.0.7:8080"));
    assertEquals(URI.create("http://10.0.0.7:8080"), address.uri());
  }

  private static RelayAddress valid(Parsed parsed) {
    return assertInstanceOf(Parsed.Valid.class, parsed).address();
  }
}
