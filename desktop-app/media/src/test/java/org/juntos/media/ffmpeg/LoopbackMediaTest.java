package org.juntos.media.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.media.MediaSource;

final class LoopbackMediaTest {
  private static final String CONTENT = "0123456789";

  private LoopbackMedia loopback;

  @BeforeEach
  void start() throws Exception {
    var bytes = CONTENT.getBytes(StandardCharsets.US_ASCII);
    loopback = new LoopbackMedia(MediaSource.of(bytes, "video/mp4"), new SecureRandom());
  }

  @AfterEach
  void stop() {
    loopback.close();
  }

  @Test
  void serves_the_whole_and_parts_to_who_knows_the_password() throws Exception {
    assertTrue(ask("http://media.invalid/", password(), "").endsWith("\r\n\r\n" + CONTENT));
    var part = ask("http://media.invalid/", password(), "Range: bytes=3-5\r\n");
    assertTrue(part.startsWith("HTTP/1.1 206"), part);
    assertTrue(part.contains("bytes 3-5/10") && part.endsWith("\r\n\r\n345"), part);
    var rest = ask("http://media.invalid/", password(), "Range: bytes=8-\r\n");
    assertTrue(rest.endsWith("\r\n\r\n89"), rest);
    var beyond = ask("http://media.invalid/", password(), "Range: bytes=10-\r\n");
    assertTrue(beyond.startsWith("HTTP/1.1 416"), beyond);
  }

  @Test
  void gives_nothing_to_others() throws Exception {
    for (var password : new String[] {"", "Basic " + encoded("media:guess"), "Bearer x"}) {
      var answer = ask("http://media.invalid/", password, "");
      assertTrue(answer.startsWith("HTTP/1.1 407"), answer);
      assertFalse(answer.contains(CONTENT));
    }
  }

  @Test
  void knows_no_other_address() throws Exception {
    for (var address : new String[] {"http://example.org/", "http://media.invalid/x", "/"}) {
      var answer = ask(address, password(), "");
      assertTrue(answer.startsWith("HTTP/1.1 404"), answer);
    }
  }

  @Test
  void its_password_is_in_no_argument() {
    var secret = URI.create(loopback.input().environment().get("http_proxy")).getUserInfo();
    assertFalse(loopback.input().arguments().toString().contains(secret.substring(6)));
    assertEquals(32, secret.substring(6).length());
  }

  @Test
  void nothing_listens_once_it_is_closed() {
    loopback.close();
    assertThrows(IOException.class, () -> ask("http://media.invalid/", password(), ""));
  }

  private String password() {
    var proxy = URI.create(loopback.input().environment().get("http_proxy"));
    return "Basic " + encoded(proxy.getUserInfo());
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private String ask(String address, String password, String header) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), loopback.port())) {
      var authorization = password.isEmpty() ? "" : "Proxy-Authorization: " + password + "\r\n";
      var request =
          "GET "
              + address
              + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
              + authorization
              + header
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
