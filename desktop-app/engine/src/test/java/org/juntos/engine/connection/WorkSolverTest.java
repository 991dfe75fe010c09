package org.juntos.engine.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;
import org.juntos.wire.Work;

class WorkSolverTest {
  private static final byte[] BODY = "body".getBytes(StandardCharsets.US_ASCII);

  private final List<String> solutions = new ArrayList<>();
  private final CountDownLatch asked = new CountDownLatch(1);
  private int bits = 10;
  private int works = 1;
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var solution = exchange.getRequestHeaders().getFirst(Paths.WORK_SOLUTION);
      var body = exchange.getRequestBody().readAllBytes();
      asked.countDown();
      if (solution != null) {
        solutions.add(solution);
        assertTrue(isSolved(solution, body), solution);
      }
      if (solutions.size() >= works) {
        exchange.sendResponseHeaders(200, -1);
        return;
      }
      var challenge = new byte[] {1, (byte) bits, (byte) solutions.size(), 7};
      var text = Base64.getUrlEncoder().withoutPadding().encodeToString(challenge);
      exchange.getResponseHeaders().set(Paths.WORK, text);
      var problem = "{\"code\":\"work-needed\"}".getBytes(StandardCharsets.US_ASCII);
      exchange.sendResponseHeaders(428, problem.length);
      exchange.getResponseBody().write(problem);
    }
  }

  private boolean isSolved(String solution, byte[] body) {
    int dot = solution.indexOf('.');
    var challenge = Bytes.of(Base64.getUrlDecoder().decode(solution.substring(0, dot)));
    long number = Long.parseUnsignedLong(solution.substring(dot + 1), 16);
    return new Work(challenge, body).bits(number) >= bits;
  }

  private RelayResult<String> ask() throws IOException {
    var address = "http://127.0.0.1:" + server.getAddress().getPort();
    var relay =
        assertInstanceOf(RelayAddress.Parsed.Valid.class, RelayAddress.parseAllowingPlain(address));
    var exchange = new Exchange(new OkHttpClient(), relay.address());
    var request = exchange.request("/v1/accounts").post(RequestBody.create(BODY)).build();
    return exchange.send(request, _ -> "done");
  }

  @Test
  void the_work_that_a_relay_asks_for_is_done_and_the_request_repeated() throws Exception {
    assertEquals(new RelayResult.Ok<>("done"), ask());
    assertEquals(1, solutions.size());
  }

  @Test
  void a_relay_that_asks_again_is_obeyed_three_times() throws Exception {
    works = 3;
    assertEquals(new RelayResult.Ok<>("done"), ask());
    solutions.clear();
    works = 4;
    assertEquals(ErrorCode.WORK_NEEDED, refused());
    assertEquals(3, solutions.size());
  }

  private ErrorCode refused() throws IOException {
    return assertInstanceOf(RelayResult.Refused.class, ask()).code();
  }

  @Test
  void more_work_than_is_reasonable_is_refused() throws Exception {
    for (int much : new int[] {Work.MAX_BITS + 1, 100, 200}) {
      bits = much;
      assertEquals(ErrorCode.WORK_NEEDED, refused());
    }
    assertEquals(List.of(), solutions);
  }

  @Test
  void whoever_is_interrupted_stops_to_work() throws Exception {
    bits = Work.MAX_BITS;
    var end = new CompletableFuture<Throwable>();
    var thread =
        Thread.ofVirtual()
            .start(() -> {
              try {
                ask();
              } catch (IOException stopped) {
                end.complete(stopped);
              }
            });
    assertTrue(asked.await(20, TimeUnit.SECONDS));
    while (threads().isEmpty() && thread.isAlive()) {
      Thread.onSpinWait();
    }
    thread.interrupt();
    assertInstanceOf(InterruptedIOException.class, end.get(20, TimeUnit.SECONDS));
    for (var search : threads()) {
      search.join(20_000);
      assertFalse(search.isAlive());
    }
  }

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("proof-of-work"))
        .toList();
  }
}
