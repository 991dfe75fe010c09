package org.juntos.engine.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.juntos.engine.connection.AddressList;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.StreamClosed;
import org.juntos.engine.connection.StreamListener;
import org.juntos.engine.model.ConnectionView.State;
import org.juntos.engine.route.Addresses;
import org.juntos.engine.time.Backoff;
import org.juntos.engine.time.Turn;
import org.juntos.wire.ErrorCode;

class ConnectorTest {
  private static final StreamClosed LOST = new StreamClosed.Lost("The cable was pulled.");

  private final List<FakeStream> streams = new ArrayList<>();
  private final List<State> states = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private final Line line = new Line();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private boolean failsAtOnce;
  private final Connector connector =
      new Connector(
          ways(),
          line,
          new Heard(),
          states::add,
          () -> now,
          new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), new SplittableRandom(5)));

  @Test
  void it_connects_and_says_so() {
    assertEquals(Turn.IDLE, connector.turn());
    assertInstanceOf(State.Connecting.class, states.getLast());
    assertFalse(line.isOpen());
    streams.getLast().listener.opened();
    assertInstanceOf(State.Online.class, states.getLast());
    assertTrue(line.isOpen());
    assertEquals(List.of("online"), heard);
    connector.turn();
    assertEquals(1, streams.size());
  }

  @Test
  void after_a_loss_it_waits_longer_each_time_and_then_tries_again() {
    var longest = Duration.ZERO;
    for (int failures = 1; failures <= 10; failures++) {
      connector.turn();
      assertEquals(failures, streams.size());
      streams.getLast().listener.closed(LOST);
      var offline = assertInstanceOf(State.Offline.class, states.getLast());
      assertEquals("The cable was pulled.", offline.why());
      var wait = connector.turn();
      assertEquals(offline.retryAt(), now.plus(wait));
      longest = wait.compareTo(longest) > 0 ? wait : longest;
      now = offline.retryAt();
    }
    assertTrue(longest.compareTo(Duration.ofSeconds(10)) > 0, "longest wait " + longest);
    assertFalse(line.isOpen());
  }

  @Test
  void a_relay_that_asks_for_patience_gets_it() {
    connector.turn();
    var later = Duration.ofMinutes(10);
    streams
        .getLast()
        .listener
        .closed(new StreamClosed.Refused(ErrorCode.UNAVAILABLE, "id", later, ""));
    assertTrue(connector.turn().compareTo(later) >= 0);
  }

  @Test
  void a_device_that_the_relay_does_not_know_stays_away() {
    connector.turn();
    streams
        .getLast()
        .listener
        .closed(new StreamClosed.Refused(ErrorCode.UNAUTHORIZED, "id", null, ""));
    assertEquals(List.of("deregistered"), heard);
    assertEquals(Turn.IDLE, connector.turn());
    assertInstanceOf(State.Resting.class, states.getLast());
  }

  @Test
  void resting_ends_the_stream_and_hurrying_does_not_wait() {
    connector.turn();
    streams.getLast().listener.opened();
    connector.rest();
    assertTrue(streams.getLast().closed);
    assertInstanceOf(State.Resting.class, states.getLast());
    assertEquals(Turn.IDLE, connector.turn());
    connector.hurry();
    connector.turn();
    streams.getLast().listener.closed(LOST);
    connector.hurry();
    connector.turn();
    assertEquals(3, streams.size());
  }

  @Test
  void a_stream_that_is_over_before_it_was_handed_out_counts_as_lost() {
    failsAtOnce = true;
    connector.turn();
    assertInstanceOf(State.Offline.class, states.getLast());
    assertFalse(line.isOpen());
    now = now.plus(connector.turn());
    failsAtOnce = false;
    connector.turn();
    streams.getLast().listener.opened();
    assertTrue(line.isOpen());
  }

  private Ways ways() {
    return new Ways(
        new FakeLinks(this::open),
        new Addresses(FakeLinks.address("home"), AddressList.NONE, null, _ -> {}),
        FakeLinks.credentials());
  }

  private RelayStream open(RelayAddress address, StreamListener listener) {
    var stream = new FakeStream(address, listener);
    streams.add(stream);
    if (failsAtOnce) {
      listener.opened();
      listener.closed(LOST);
    }
    return stream;
  }

  private final class Heard extends DeafTraffic {
    @Override
    public void online() {
      heard.add("online");
    }

    @Override
    public void deregistered() {
      heard.add("deregistered");
    }
  }
}
