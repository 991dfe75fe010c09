package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.wire.Paths;

/// Whoever opens connections and goes on slowly, or not at all.
class SlowCallerTest {
  private static final Duration NEVER = Duration.ofHours(1);
  private static final int TRIES = 1_000;

  @TempDir Path folder;
  private final List<Socket> opened = new ArrayList<>();
  private @Nullable RunningRelay relay;

  @AfterEach
  void stop() throws IOException {
    for (var socket : opened) {
      socket.close();
    }
    if (relay != null) {
      relay.close();
    }
  }

  private RunningRelay start(int streamsPerAddress, Duration patience) throws Exception {
    var standard = RelayLimits.unhurried();
    var requests = new RelayLimits.Requests(100_000, 100_000, streamsPerAddress, patience);
    var limits =
        new RelayLimits(
            requests, standard.codes(), standard.mailbox(), standard.blobs(), 30, 100, 0);
    relay = RunningRelay.in(folder, limits, InstantSource.system());
    return relay;
  }

  private Socket connect(RunningRelay to, String said) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), to.relay().port());
    opened.add(socket);
    socket.setSoTimeout(20_000);
    say(socket, said);
    return socket;
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /// Says `text` again and again, a little later each time; whether the relay has hung up on it.
  private static boolean isCutOff(Socket socket, String text) throws IOException {
    socket.setSoTimeout(20);
    for (int tries = 0; tries < TRIES; tries++) {
      try {
        if (socket.getInputStream().read() < 0) {
          return true;
        }
      } catch (SocketTimeoutException _) {
        try {
          say(socket, text);
        } catch (SocketException _) {
          return true;
        }
      } catch (SocketException _) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOpen(Socket socket) throws IOException {
    socket.setSoTimeout(20_000);
    say(socket, "GET " + Paths.RELAY + " HTTP/1.1\r\nHost: relay\r\n\r\n");
    try {
      return socket.getInputStream().read() == 'H';
    } catch (SocketException _) {
      return false;
    }
  }

  @Test
  void headers_at_a_trickle_end_the_connection() throws Exception {
    var slow = connect(start(10, Duration.ofMillis(300)), "GET / HTTP/1.1\r\nHost: relay\r\n");
    assertTrue(isCutOff(slow, "X: y\r\n"));
  }

  @Test
  void a_body_at_a_trickle_ends_the_connection() throws Exception {
    var relay = start(10, Duration.ofMillis(300));
    assertTrue(isCutOff(connect(relay, post(2_000)), "x"));
  }

  private static String post(int length) {
    return "POST "
        + Paths.TOKENS
        + " HTTP/1.1\r\nHost: relay\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  @Test
  void bodies_that_do_not_come_hold_nobody_up() throws Exception {
    var relay = start(100, NEVER);
    for (int caller = 0; caller < 250; caller++) {
      connect(relay, post(1_000) + "x");
    }
    assertTrue(isOpen(connect(relay, "")));
  }

  @Test
  void a_connection_that_asks_again_and_again_stays() throws Exception {
    var polite = connect(start(10, Duration.ofMillis(60)), "");
    var answers = polite.getInputStream();
    for (int asked = 0; asked < 20; asked++) {
      say(polite, "GET " + Paths.HEALTH_LIVE + " HTTP/1.1\r\nHost: relay\r\n\r\n");
      polite.setSoTimeout(20_000);
      assertTrue(answers.read() == 'H');
      polite.setSoTimeout(20);
      try {
        while (answers.read() >= 0) {}
        throw new AssertionError("closed");
      } catch (SocketTimeoutException _) { // all of the answer was read
      }
    }
  }

  @Test
  void an_address_holds_so_many_connections_and_may_open_another_when_one_is_closed()
      throws Exception {
    var relay = start(1, NEVER);
    var first = connect(relay, "");
    assertTrue(isOpen(first));
    int most = 103;
    for (int further = 1; further < most; further++) {
      connect(relay, "");
    }
    assertTrue(isOpen(opened.getLast()));
    assertEquals(-1, readOrReset(connect(relay, "")));
    first.close();
    for (int tries = 0; tries < TRIES; tries++) {
      if (isOpen(connect(relay, ""))) {
        return;
      }
    }
    throw new AssertionError("the closed connection still counts");
  }

  private static int readOrReset(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read();
    } catch (SocketException _) {
      return -1;
    }
  }

  @Test
  void headers_without_end_are_refused_before_they_fill_the_memory() throws Exception {
    var bomb = connect(start(10, NEVER), "GET / HTTP/1.1\r\nHost: relay\r\n");
    say(bomb, ("X: " + "y".repeat(1_000) + "\r\n").repeat(12));
    var head = new String(bomb.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    assertEquals("HTTP/1.1 431", head);
  }
}
