package org.juntos.relay.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.relay.ManualClock;

class ForeignKeysTest {
  @TempDir Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final SecureRandom random = new SecureRandom();
  private final KeyPair one = TokenKeys.read(TokenKeys.generate(random));
  private final KeyPair other = TokenKeys.read(TokenKeys.generate(random));

  private String token(KeyPair key) {
    return new TokenIssuer(TokenKind.ADMISSION, key.getPrivate(), clock, random)
        .issue("somebody", "phone", Duration.ofMinutes(15))
        .text();
  }

  private static String set(String subjects, KeyPair... keys) {
    var published = Arrays.stream(keys).map(KeyPair::getPublic).toList();
    return new PublishedKeys(published, subjects).text();
  }

  private KeySource.File file(String name, String text) throws IOException {
    return new KeySource.File(Files.writeString(folder.resolve(name), text));
  }

  private TokenVerifier trusting(PublishedKeys own, KeySource... sources) {
    var keys = new ForeignKeys(own, List.of(sources), clock);
    return new TokenVerifier(TokenKind.ADMISSION, keys, clock);
  }

  @Test
  void published_keys_are_read_back_and_hold_no_private_one() {
    var text = set("fingerprint", one, other);
    var read = PublishedKeys.read(text);
    assertEquals(List.of(one.getPublic(), other.getPublic()), read.keys());
    assertEquals("fingerprint", read.subjects());
    assertFalse(text.contains("\"d\""), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"keys\":[]}",
        "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\"}]}",
        "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}"
      })
  void what_holds_no_key_is_refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> PublishedKeys.read(text));
  }

  @Test
  void a_new_key_is_trusted_and_an_old_one_dropped_without_a_restart() throws IOException {
    var file = file("keys", set("h", one));
    var verifier = trusting(PublishedKeys.NONE, file);
    assertNotNull(verifier.verify(token(one)));
    assertNull(verifier.verify(token(other)));
    file("keys", set("h", other));
    assertNull(verifier.verify(token(other)), "the file is not read for every forged token");
    clock.advance(Duration.ofSeconds(5));
    assertNotNull(verifier.verify(token(other)));
    assertNull(verifier.verify(token(one)));
    file("keys", set("h", one));
    clock.advance(Duration.ofMinutes(1));
    assertNull(verifier.verify(token(other)));
  }

  @Test
  void a_source_that_is_away_keeps_its_keys() throws IOException {
    var file = file("keys", set("h", one));
    var verifier = trusting(PublishedKeys.NONE, file);
    assertNotNull(verifier.verify(token(one)));
    Files.delete(folder.resolve("keys"));
    clock.advance(Duration.ofHours(1));
    assertNotNull(verifier.verify(token(one)));
  }

  @Test
  void an_issuer_that_names_people_differently_is_not_believed() throws IOException {
    var own = new PublishedKeys(List.of(one.getPublic()), "h");
    var stranger = trusting(own, file("strange", set("another", other)));
    assertNotNull(stranger.verify(token(one)));
    assertNull(stranger.verify(token(other)));
    assertNotNull(trusting(own, file("alike", set("h", other))).verify(token(other)));
  }

  @Test
  void keys_come_from_an_address_too() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var body = set("h", one).getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/keys",
        exchange -> {
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try (var client = HttpClient.newHttpClient()) {
      var base = "http://127.0.0.1:" + server.getAddress().getPort();
      var there = new KeySource.Web(URI.create(base + "/keys"), client);
      assertNotNull(trusting(PublishedKeys.NONE, there).verify(token(one)));
      var nothing = new KeySource.Web(URI.create(base + "/nothing"), client);
      var failed = assertThrows(IOException.class, nothing::read);
      assertTrue(String.valueOf(failed.getMessage()).contains("404"), failed.toString());
    } finally {
      server.stop(0);
    }
  }
}
