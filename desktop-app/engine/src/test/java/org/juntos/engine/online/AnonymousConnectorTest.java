package org.juntos.engine.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.engine.connection.AddressList;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.connection.StreamClosed;
import org.juntos.engine.connection.StreamListener;
import org.juntos.engine.route.Addresses;
import org.juntos.engine.time.Backoff;
import org.juntos.engine.time.Turn;
import org.juntos.wire.ErrorCode;

class AnonymousConnectorTest {
  private static final RelayAddress HOME = FakeLinks.address("home");
  private static final RelayAddress OTHER = FakeLinks.address("other");
  private static final StreamClosed LOST = new StreamClosed.Lost("The cable was pulled.");

  private final List<FakeStream> streams = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private final Line named = new Line();
  private final AnonymousLine line = new AnonymousLine(named);
  private final Addresses addresses = new Addresses(HOME, listed(), null, _ -> {});
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private int touched;
  private final AnonymousConnector connector =
      new AnonymousConnector(
          new Ways(new FakeLinks(this::open), addresses, FakeLinks.credentials()),
          line,
          new Heard(),
          () -> now,
          new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), new SplittableRandom(5)));

  private static AddressList listed() {
    var places = List.of(new AddressList.Place(HOME, ""), new AddressList.Place(OTHER, ""));
    return new AddressList(Instant.EPOCH, places);
  }

  @BeforeEach
  void online() {
    named.open(new FakeStream(HOME, new DeafListener()), () -> touched++);
  }

  private FakeStream opened() {
    line.want();
    connector.turn();
    streams.getLast().listener.opened();
    return streams.getLast();
  }

  @Test
  void it_opens_when_there_is_something_to_send_and_the_device_is_online() {
    assertEquals(Turn.IDLE, connector.turn());
    named.close();
    line.want();
    assertEquals(Turn.IDLE, connector.turn());
    assertEquals(0, streams.size());
    online();
    connector.turn();
    assertFalse(line.isOpen());
    streams.getLast().listener.opened();
    assertTrue(line.isOpen());
    assertEquals(List.of("open"), heard);
    assertTrue(line.send(List.of()));
    assertEquals(1, touched, "the stream of the device is looked after, too");
  }

  @Test
  void it_closes_a_minute_after_its_last_use() {
    opened();
    connector.turn();
    now = now.plusSeconds(50);
    line.send(List.of());
    now = now.plusSeconds(50);
    streams.getLast().listener.results(List.of());
    connector.turn();
    assertTrue(line.isOpen());
    now = now.plus(AnonymousConnector.KEPT);
    connector.turn();
    assertFalse(line.isOpen());
    assertTrue(streams.getLast().closed);
    assertEquals(Turn.IDLE, connector.turn());
    opened();
    assertEquals(2, streams.size());
  }

  @Test
  void after_a_loss_all_is_sent_again_on_another_after_growing_waits() {
    var longest = Duration.ZERO;
    for (int failures = 1; failures <= 8; failures++) {
      line.want();
      connector.turn();
      assertEquals(failures, streams.size());
      streams.getLast().listener.closed(LOST);
      assertEquals(failures, heard.stream().filter("lost"::equals).count());
      var wait = connector.turn();
      longest = wait.compareTo(longest) > 0 ? wait : longest;
      now = now.plus(wait);
    }
    assertTrue(longest.compareTo(Duration.ofSeconds(10)) > 0, "longest wait " + longest);
    opened().listener.results(List.of(new SendOutcome.Accepted(1)));
    streams.getLast().listener.closed(LOST);
    line.want();
    assertTrue(connector.turn().compareTo(Duration.ofSeconds(2)) < 0, "it was of use");
  }

  @Test
  void it_goes_where_the_stream_of_the_device_goes() {
    var first = opened();
    assertEquals(HOME, first.address);
    named.close();
    connector.turn();
    assertTrue(first.closed);
    assertFalse(line.isOpen());
    addresses.failed(HOME);
    online();
    connector.online();
    assertEquals(OTHER, opened().address);
  }

  @Test
  void one_that_is_silent_while_it_is_in_use_is_asked_and_given_up() {
    var silent = opened();
    line.send(List.of());
    now = now.plus(connector.turn());
    connector.turn();
    assertEquals(1, silent.probes);
    now = now.plus(connector.turn());
    connector.turn();
    assertTrue(silent.closed);
    assertTrue(heard.contains("lost"));
  }

  @Test
  void a_relay_without_such_streams_is_asked_by_name_until_the_next_connection() {
    line.want();
    connector.turn();
    streams.getLast().listener.closed(new StreamClosed.Refused(ErrorCode.NOT_FOUND, "", null, ""));
    assertFalse(line.isOffered());
    connector.online();
    assertTrue(line.isOffered());
  }

  @Test
  void a_relay_that_asks_for_patience_gets_it() {
    var later = Duration.ofMinutes(10);
    line.want();
    connector.turn();
    streams
        .getLast()
        .listener
        .closed(new StreamClosed.Refused(ErrorCode.RATE_LIMITED, "", later, ""));
    assertTrue(connector.turn().compareTo(later) >= 0);
    assertTrue(line.isOffered());
  }

  @Test
  void what_comes_after_it_was_given_up_opens_nothing() {
    line.want();
    connector.turn();
    now = now.plus(AnonymousConnector.PATIENCE);
    connector.turn();
    assertTrue(heard.contains("lost"));
    streams.getFirst().listener.opened();
    assertFalse(line.isOpen());
  }

  private RelayStream open(RelayAddress address, StreamListener listener) {
    var stream = new FakeStream(address, listener);
    streams.add(stream);
    return stream;
  }

  private final class Heard implements AnonymousConnector.Sends {
    @Override
    public void open() {
      heard.add("open");
    }

    @Override
    public void results(List<SendOutcome> outcomes) {
      outcomes.forEach(outcome -> heard.add("result " + outcome.requestId()));
    }

    @Override
    public void lost() {
      heard.add("lost");
    }
  }

  private static final class DeafListener implements StreamListener {
    @Override
    public void opened() {}

    @Override
    public void delivered(List<Delivered> envelopes) {}

    @Override
    public void results(List<SendOutcome> outcomes) {}

    @Override
    public void queueEmpty() {}

    @Override
    public void prekeysLow() {}

    @Override
    public void closed(StreamClosed why) {}
  }
}
