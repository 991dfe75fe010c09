package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.TestStream.Event;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.wire.Paths;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.StartCodeSession;

class ProblemTest {
  private static final String UPGRADE =
      String.join(
          "\r\n",
          "GET /v1/stream HTTP/1.1",
          "Host: relay",
          "Connection: Upgrade",
          "Upgrade: websocket",
          "Sec-WebSocket-Version: 13",
          "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
          "");

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));
  private RunningRelay relay;
  private WireClient client;

  @BeforeEach
  void start() throws RelayStartException {
    relay = RunningRelay.in(folder, RelayLimits.unhurried(), clock);
    client = new WireClient(relay);
  }

  private void start(RelayLimits limits) throws RelayStartException {
    relay.close();
    relay = RunningRelay.in(folder, limits, clock);
    client = new WireClient(relay);
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  private static void assertProblem(int status, String code, WireClient.Reply reply) {
    assertEquals(status, reply.status(), reply.text());
    assertEquals(Paths.PROBLEM, reply.header("Content-Type"));
    assertTrue(reply.hasCode(code), reply.text());
    var id = reply.header(Paths.REQUEST_ID);
    assertEquals(16, id.length());
    assertTrue(reply.text().contains("\"requestId\":\"" + id + "\""), reply.text());
    assertTrue(reply.text().contains("\"status\":" + status), reply.text());
  }

  @Test
  void every_answer_has_an_id_of_its_own() throws Exception {
    var first = client.get(Paths.VERSION, "");
    var second = client.get(Paths.VERSION, "");
    assertEquals(200, first.status());
    assertNotEquals(first.header(Paths.REQUEST_ID), second.header(Paths.REQUEST_ID));
    assertEquals(200, client.get(Paths.HEALTH_LIVE, "").status());
    assertEquals(200, client.get(Paths.HEALTH_READY, "").status());
  }

  @Test
  void refusals_have_the_form_of_problems() throws Exception {
    assertProblem(404, "not-found", client.get("/nowhere", ""));
    var wrongMethod = client.get(Paths.TOKENS, "");
    assertProblem(405, "method-not-allowed", wrongMethod);
    assertEquals("POST", wrongMethod.header("Allow"));
    assertProblem(401, "unauthorized", client.get(Paths.KEY_COUNT, ""));
    assertProblem(401, "unauthorized", client.get(Paths.KEY_COUNT, "no token"));
    assertProblem(
        400, "malformed", client.call("POST", Paths.TOKENS, new byte[] {1, 2, 3, 4}, Map.of(), ""));
    assertProblem(
        413,
        "too-large",
        client.call(
            "POST",
            Paths.TOKENS,
            new byte[WireLimits.MAX_BODY_OF_REQUEST_BYTES + 1],
            Map.of(),
            ""));
  }

  @Test
  void requests_that_jetty_refuses_itself_are_problems_too() throws Exception {
    for (var request :
        List.of(
            "GET / HTTP/1.1\r\n\r\n", // no host
            "GET / HTTP/1.1\r\nHost: relay\r\nX: " + "y".repeat(20_000) + "\r\n\r\n",
            "nonsense\r\n\r\n")) {
      var answer = raw(request);
      assertTrue(answer.contains(Paths.PROBLEM), answer);
      assertTrue(answer.contains("requestId"), answer);
      assertFalse(answer.contains("yyyy"), "the request is echoed");
    }
  }

  @Test
  void a_body_with_two_lengths_is_refused() throws Exception {
    var answer =
        raw(
            String.join(
                "\r\n",
                "POST /v1/tokens HTTP/1.1",
                "Host: relay",
                "Content-Length: 4",
                "Transfer-Encoding: chunked",
                "",
                "0",
                "",
                "GET /version HTTP/1.1",
                "",
                ""));
    assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
    assertFalse(answer.contains("HTTP/1.1 200"), answer);
  }

  private String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), relay.relay().port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void a_web_page_cannot_open_a_stream() throws Exception {
    var device = TestDevice.register(relay, "+4915112345678");
    var token = "Authorization: Bearer " + device.token() + "\r\n";
    assertTrue(raw(UPGRADE + token + "\r\n").startsWith("HTTP/1.1 101"));
    var refused = raw(UPGRADE + token + "Origin: https://evil.example\r\n\r\n");
    assertTrue(refused.startsWith("HTTP/1.1 403"), refused);
    assertTrue(refused.contains("\"code\":\"forbidden\""), refused);
  }

  @Test
  void a_stream_needs_a_token_and_an_upgrade() throws Exception {
    var device = TestDevice.register(relay, "+4915112345678");
    assertTrue(raw(UPGRADE + "\r\n").startsWith("HTTP/1.1 401"));
    assertProblem(400, "malformed", client.get(Paths.STREAM, device.token()));
  }

  @Test
  void compression_of_frames_is_declined() throws Exception {
    var device = TestDevice.register(relay, "+4915112345678");
    var answer =
        raw(
            UPGRADE
                + "Authorization: Bearer "
                + device.token()
                + "\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 101"), answer);
    assertFalse(answer.contains("permessage-deflate"), answer);
  }

  @Test
  void http_2_without_tls_is_spoken() throws Exception {
    var http = new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
    var request = new Request.Builder().url(relay.url(Paths.VERSION)).build();
    try (var response = http.newCall(request).execute()) {
      assertEquals(Protocol.H2_PRIOR_KNOWLEDGE, response.protocol());
      assertEquals(200, response.code());
    }
  }

  @Test
  void an_address_that_asks_too_often_is_told_when_to_come_back() throws Exception {
    var standard = RelayLimits.standard();
    start(
        new RelayLimits(
            new RelayLimits.Requests(3, 1_000, 100, RelayLimits.standard().requests().patience()),
            standard.codes(),
            standard.mailbox(),
            standard.blobs(),
            30,
            100,
            standard.reservedDiskBytes()));
    for (int i = 0; i < 3; i++) {
      assertEquals(200, client.get(Paths.VERSION, "").status());
    }
    var refused = client.get(Paths.VERSION, "");
    assertProblem(429, "rate-limited", refused);
    clock.advance(Duration.ofSeconds(Long.parseLong(refused.header("Retry-After"))));
    assertEquals(200, client.get(Paths.VERSION, "").status());
  }

  @Test
  void a_second_code_for_a_number_must_wait() throws Exception {
    start(RelayLimits.standard());
    var ask = StartCodeSession.newBuilder().setPhoneNumber("+4915112345678").build();
    assertEquals(201, client.post(Paths.REGISTRATION_SESSIONS, ask, "").status());
    var refused = client.post(Paths.REGISTRATION_SESSIONS, ask, "");
    assertProblem(429, "rate-limited", refused);
    assertEquals("60", refused.header("Retry-After"));
    var wrong = StartCodeSession.newBuilder().setPhoneNumber("+49 1").build();
    assertProblem(422, "phone-number-invalid", client.post(Paths.REGISTRATION_SESSIONS, wrong, ""));
  }

  @Test
  void bundles_of_one_account_are_handed_out_so_many_an_hour() throws Exception {
    start(RelayLimits.standard());
    var alice = TestDevice.register(relay, "+4915112345678");
    var path = Paths.ACCOUNTS + "/" + alice.account() + "/keys";
    int given = 0;
    var last = client.get(path, alice.token());
    for (; last.status() == 200; last = client.get(path, alice.token())) {
      given++;
    }
    assertEquals(RelayLimits.standard().bundleHandOutsPerHour(), given);
    assertProblem(429, "rate-limited", last);
  }

  @Test
  void an_address_holds_so_many_streams_and_may_open_another_when_one_is_closed() throws Exception {
    var standard = RelayLimits.unhurried();
    start(
        new RelayLimits(
            new RelayLimits.Requests(1_000, 1_000, 1, RelayLimits.standard().requests().patience()),
            standard.codes(),
            standard.mailbox(),
            standard.blobs(),
            30,
            100,
            0));
    var alice = TestDevice.register(relay, "+4915112345678");
    var bob = TestDevice.register(relay, "+4915112345679");
    try (var first = alice.stream()) {
      first.drain();
      try (var second = bob.stream()) {
        assertEquals("HTTP 429", second.next(Event.Failed.class).why());
      }
    }
    for (int tries = 0; tries < 1_000; tries++) {
      try (var again = bob.stream()) {
        if (again.next(Event.class) instanceof Event.QueueEmpty) {
          return;
        }
      }
    }
    throw new AssertionError("the closed stream still counts");
  }
}
