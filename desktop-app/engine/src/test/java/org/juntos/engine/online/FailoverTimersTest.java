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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.engine.connection.AddressList;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.StreamClosed;
import org.juntos.engine.connection.StreamListener;
import org.juntos.engine.model.ConnectionView.State;
import org.juntos.engine.route.Addresses;
import org.juntos.engine.time.Backoff;
import org.juntos.wire.ErrorCode;

/// What happens when an address of several fails, by the engine's own clock.
class FailoverTimersTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final RelayAddress A = FakeLinks.address("a");
  private static final RelayAddress B = FakeLinks.address("b");
  private static final RelayAddress HOME = FakeLinks.address("home");
  private static final AddressList LIST =
      new AddressList(
          START, List.of(new AddressList.Place(A, "near"), new AddressList.Place(B, "far")));

  private final List<FakeStream> streams = new ArrayList<>();
  private final List<State> states = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private final Line line = new Line();
  private final FakeLinks links = new FakeLinks(this::open);
  private final Addresses addresses = new Addresses(HOME, LIST, null, _ -> {});
  private Instant now = START;
  private Connector connector = connector(1);

  private Connector connector(long seed) {
    return new Connector(
        new Ways(links, addresses, FakeLinks.credentials()),
        line,
        new Heard(),
        states::add,
        () -> now,
        new Backoff(Duration.ofMillis(500), Duration.ofMinutes(1), new SplittableRandom(seed)));
  }

  /// Turns at each time that it asks for until there is another stream, or `limit` is over.
  private Duration untilAnother(Duration limit) {
    int before = streams.size();
    var begun = now;
    while (streams.size() == before) {
      now = now.plus(connector.turn());
      var took = Duration.between(begun, now);
      assertTrue(took.compareTo(limit) <= 0, "nothing after " + took);
    }
    return Duration.between(begun, now);
  }

  private FakeStream online() {
    connector.turn();
    var stream = streams.getLast();
    stream.listener.opened();
    stream.listener.queueEmpty();
    return stream;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_stream_that_falls_silent_in_use_is_replaced_within_five_seconds(long seed) {
    connector = connector(seed);
    var first = online();
    line.send(List.of());
    untilAnother(LIMIT);
    assertEquals(1, first.probes);
    assertTrue(first.closed);
    assertEquals(List.of(A, B), streams.stream().map(stream -> stream.address).toList());
    assertEquals(List.of(A), links.abandoned);
    first.listener.opened(); // too late
    assertFalse(line.isOpen());
  }

  @Test
  void a_stream_that_answers_is_kept_and_one_that_is_not_in_use_is_not_asked() {
    var first = online();
    for (int i = 0; i < 100; i++) {
      int probes = first.probes;
      now = now.plus(connector.turn());
      if (first.probes > probes) {
        first.listener.alive();
      }
    }
    assertEquals(1, streams.size());
    assertTrue(first.probes > 5, "asked " + first.probes);
    int asked = first.probes;
    connector.turn();
    assertEquals(asked, first.probes, "it dozes");
    assertTrue(now.isAfter(START.plus(Pulse.LIVELY)));
  }

  @Test
  void a_dozing_stream_is_asked_again_when_something_is_sent() {
    var first = online();
    now = now.plus(Duration.ofHours(1));
    connector.turn();
    connector.wakeup().clear();
    line.send(List.of());
    assertTrue(connector.wakeup().isPending());
    connector.turn();
    assertEquals(1, first.probes);
  }

  @Test
  void one_that_cannot_be_asked_is_left_to_the_link() {
    var first = online();
    first.answers = false;
    for (int i = 0; i < 10; i++) {
      now = now.plus(connector.turn());
    }
    assertEquals(1, streams.size());
    assertFalse(first.closed);
  }

  @Test
  void an_address_that_never_opens_is_left_soon_and_each_is_tried_once_before_it_waits() {
    connector.turn();
    untilAnother(LIMIT);
    untilAnother(LIMIT);
    assertEquals(List.of(A, B, HOME), streams.stream().map(stream -> stream.address).toList());
    streams.getLast().listener.closed(new StreamClosed.Lost("gone"));
    assertInstanceOf(State.Offline.class, states.getLast());
    untilAnother(Duration.ofMinutes(1));
    assertEquals(A, streams.getLast().address);
  }

  @Test
  void with_all_addresses_down_the_waits_grow() {
    var waits = new ArrayList<Duration>();
    for (int round = 0; round < 8; round++) {
      for (int i = 0; i < 3; i++) {
        untilAnother(Duration.ofMinutes(2));
        streams.getLast().listener.closed(new StreamClosed.Lost("down"));
      }
      var offline = assertInstanceOf(State.Offline.class, states.getLast());
      waits.add(Duration.between(now, offline.retryAt()));
    }
    assertTrue(waits.getLast().compareTo(Duration.ofSeconds(5)) > 0, waits.toString());
  }

  @Test
  void a_slow_network_gets_more_time_in_the_next_round() {
    connector.turn();
    untilAnother(LIMIT);
    untilAnother(LIMIT);
    streams.getLast().listener.closed(new StreamClosed.Lost("slow"));
    untilAnother(Duration.ofMinutes(1));
    int before = streams.size();
    now = now.plus(Connector.PATIENCE.multipliedBy(3));
    connector.turn();
    assertEquals(before, streams.size());
    streams.getLast().listener.opened();
    assertTrue(line.isOpen());
    now = now.plus(Pulse.QUIET);
    connector.turn();
    now = now.plus(Pulse.ANSWER.multipliedBy(2));
    connector.turn();
    assertTrue(line.isOpen(), "it may answer as slowly as it opened");
  }

  @Test
  void only_the_last_resort_can_say_that_the_device_is_unknown() {
    var unknown = new StreamClosed.Refused(ErrorCode.UNAUTHORIZED, "id", null, "");
    connector.turn();
    streams.getLast().listener.closed(unknown);
    assertEquals(List.of(), heard);
    untilAnother(LIMIT);
    streams.getLast().listener.closed(unknown);
    untilAnother(LIMIT);
    assertEquals(HOME, streams.getLast().address);
    streams.getLast().listener.closed(unknown);
    assertEquals(List.of("deregistered"), heard);
  }

  @Test
  void moving_goes_on_at_the_best_address_without_waiting() {
    var first = online();
    addresses.measured(A, Duration.ofMillis(200));
    addresses.measured(B, Duration.ofMillis(20));
    assertTrue(addresses.isWorthMoving());
    connector.move();
    assertTrue(first.closed);
    assertInstanceOf(State.Connecting.class, states.getLast());
    connector.turn();
    assertEquals(B, streams.getLast().address);
  }

  private RelayStream open(RelayAddress address, StreamListener listener) {
    var stream = new FakeStream(address, listener);
    streams.add(stream);
    return stream;
  }

  private final class Heard extends DeafTraffic {
    @Override
    public void deregistered() {
      heard.add("deregistered");
    }
  }
}
