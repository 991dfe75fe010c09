package org.juntos.engine.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.engine.preview.LinkPages.Answer;
import org.juntos.engine.preview.LinkPages.Want;
import org.juntos.wire.PublicAddress;

final class OkHttpLinkPagesTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final int LONG = 64 * 1024 * 1024;

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger written = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Thread::startVirtualThread);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void end() {
    over.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    asked.add(path);
    assertNull(exchange.getRequestHeaders().getFirst("Cookie"));
    assertNull(exchange.getRequestHeaders().getFirst("Referer"));
    if (path.startsWith("/to/")) {
      exchange.getResponseHeaders().add("Location", exchange.getRequestURI().getQuery());
      exchange.getResponseHeaders().add("Set-Cookie", "a=b");
      exchange.sendResponseHeaders(302, -1);
      exchange.close();
      return;
    }
    if (path.equals("/never")) {
      try {
        over.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      exchange.close();
      return;
    }
    exchange
        .getResponseHeaders()
        .add(
            "Content-Type",
            path.startsWith("/picture")
                ? "image/png"
                : path.equals("/data") ? "application/zip" : "text/html; charset=utf-8");
    exchange.sendResponseHeaders(path.equals("/gone") ? 404 : 200, 0);
    try (var out = exchange.getResponseBody()) {
      var block = new byte[64 * 1024];
      do {
        out.write(block);
      } while (path.endsWith("/long") && written.addAndGet(block.length) < LONG);
    } catch (IOException _) {
      // whoever asks has seen enough
    }
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  private static Answer fetch(URI address, Want want, Predicate<InetAddress> reachable)
      throws InterruptedException {
    try (var pages =
        new OkHttpLinkPages(InstantSource.system(), reachable, Duration.ofSeconds(9))) {
      return pages.fetch(address, want);
    }
  }

  private static Answer fetch(URI address, Want want) throws InterruptedException {
    return fetch(address, want, _ -> true);
  }

  private static void fails(Answer answer) {
    assertInstanceOf(Answer.Failed.class, answer);
  }

  @Test
  void a_page_comes_with_its_type_after_a_few_redirects() throws Exception {
    var answer = fetch(at("/to/?/to/?/page"), Want.PAGE);
    var fetched = assertInstanceOf(Answer.Fetched.class, answer);
    assertEquals("text/html; charset=utf-8", fetched.mediaType());
    assertEquals(64 * 1024, fetched.body().size());
    assertEquals("/page", fetched.from().getPath());
  }

  @Test
  void too_many_redirects_are_not_followed() throws Exception {
    fails(fetch(at("/to/?/to/?/to/?/to/?/page"), Want.PAGE));
    assertEquals(List.of("/to/", "/to/", "/to/", "/to/"), asked);
  }

  @Test
  void addresses_that_are_not_public_are_not_connected_to_under_no_name_and_at_no_hop()
      throws Exception {
    fails(fetch(at("/page"), Want.PAGE, PublicAddress::isPublic));
    int port = server.getAddress().getPort();
    for (var host :
        List.of("127.0.0.1", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]", "169.254.1.1", "10.0.0.1")) {
      fails(
          fetch(
              URI.create("http://" + host + ":" + port + "/"), Want.PAGE, PublicAddress::isPublic));
    }
    assertEquals(List.of(), asked);
    // one that is reachable leads to one that is not
    var first = InetAddress.getLoopbackAddress();
    fails(fetch(at("/to/?http://127.0.0.2:" + port + "/page"), Want.PAGE, first::equals));
    assertEquals(List.of("/to/"), asked);
  }

  @Test
  void to_addresses_that_are_not_public_no_connection_is_made() throws Exception {
    try (var door = ServerSocketChannel.open().bind(new InetSocketAddress(0))) {
      door.configureBlocking(false);
      int port = ((InetSocketAddress) door.getLocalAddress()).getPort();
      for (var host : List.of("localhost", "127.0.0.1", "[::ffff:127.0.0.1]", "2130706433")) {
        var address = URI.create("http://" + host + ":" + port + "/");
        fails(fetch(address, Want.PAGE, PublicAddress::isPublic));
        assertNull(door.accept(), host);
      }
    }
  }

  @Test
  void what_is_connected_to_is_looked_at_once_more() throws Exception {
    var looks = new AtomicInteger();
    fails(fetch(at("/page"), Want.PAGE, _ -> looks.incrementAndGet() < 2));
    assertEquals(2, looks.get(), "when it was looked up, and when it was connected to");
    assertEquals(List.of(), asked);
  }

  @Test
  void no_proxy_learns_of_it() throws Exception {
    var usual = ProxySelector.getDefault();
    var proxy = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
    ProxySelector.setDefault(ProxySelector.of(proxy));
    try {
      assertInstanceOf(Answer.Fetched.class, fetch(at("/page"), Want.PAGE));
    } finally {
      ProxySelector.setDefault(usual);
    }
  }

  @Test
  void all_redirects_share_the_time_that_one_page_has() throws Exception {
    var now = new AtomicReference<>(Instant.EPOCH);
    InstantSource clock = () -> now.getAndUpdate(time -> time.plusSeconds(5));
    try (var pages = new OkHttpLinkPages(clock, _ -> true, Duration.ofSeconds(10))) {
      fails(pages.fetch(at("/to/?/to/?/page"), Want.PAGE));
    }
    assertEquals(List.of("/to/"), asked);
  }

  @Test
  void what_was_encrypted_stays_so() throws Exception {
    var from = HttpUrl.get("https://example.org/a");
    assertEquals(HttpUrl.get("https://example.org/b"), OkHttpLinkPages.elsewhere(from, "b"));
    assertThrows(IOException.class, () -> OkHttpLinkPages.elsewhere(from, "http://example.org/b"));
  }

  @Test
  void a_redirect_to_another_scheme_is_not_followed() throws Exception {
    fails(fetch(at("/to/?file:///etc/passwd"), Want.PAGE));
    fails(fetch(at("/to/?ftp://localhost/x"), Want.PAGE));
  }

  @Test
  void of_a_page_the_beginning_is_read_and_of_a_picture_all_or_nothing() throws Exception {
    var page = assertInstanceOf(Answer.Fetched.class, fetch(at("/long"), Want.PAGE));
    assertEquals(OkHttpLinkPages.PAGE_BYTES, page.body().size());
    fails(fetch(at("/picture/long"), Want.PICTURE));
    assertTrue(written.get() < LONG, "nobody reads to the end");
    assertInstanceOf(Answer.Fetched.class, fetch(at("/picture"), Want.PICTURE));
  }

  @Test
  void what_is_something_else_or_not_there_is_not_taken() throws Exception {
    fails(fetch(at("/data"), Want.PAGE));
    fails(fetch(at("/page"), Want.PICTURE));
    fails(fetch(at("/picture"), Want.PAGE));
    fails(fetch(at("/gone"), Want.PAGE));
  }

  @Test
  void who_does_not_answer_is_not_waited_for() throws Exception {
    try (var pages = new OkHttpLinkPages(InstantSource.system(), _ -> true, SHORT)) {
      fails(pages.fetch(at("/never"), Want.PAGE));
    }
    assertTrue(asked.contains("/never"));
  }
}
