package org.juntos.engine.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.juntos.engine.connection.AddressList;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.model.RelayView;
import org.juntos.wire.Bytes;

class AddressesTest {
  private static final RelayAddress HOME = address("home");
  private static final RelayAddress A = address("a");
  private static final RelayAddress B = address("b");
  private static final RelayAddress C = address("c");

  private final List<List<RelayView>> shown = new ArrayList<>();

  private static RelayAddress address(String name) {
    return new RelayAddress(URI.create("https://" + name + ".example:1"), Bytes.EMPTY);
  }

  private static AddressList list(long madeAt, RelayAddress... addresses) {
    return new AddressList(
        Instant.ofEpochMilli(madeAt),
        Stream.of(addresses).map(one -> new AddressList.Place(one, "")).toList());
  }

  private Addresses of(RelayAddress... addresses) {
    return new Addresses(HOME, list(1, addresses), null, shown::add);
  }

  @Test
  void the_address_of_the_registration_is_the_last_resort() {
    var some = of(A, B);
    assertEquals(List.of(A, B, HOME), some.all());
    assertEquals(A, some.current());
    assertTrue(some.failed(A));
    assertTrue(some.failed(B));
    assertEquals(HOME, some.current());
    assertFalse(some.failed(HOME), "all were tried");
    assertEquals(A, some.current());
  }

  @Test
  void listed_it_is_one_like_the_others_and_alone_it_is_all_there_is() {
    assertEquals(List.of(A, HOME, B), of(A, HOME, B).all());
    var alone = of();
    assertFalse(alone.several());
    assertFalse(alone.failed(HOME));
    assertEquals(HOME, alone.current());
  }

  @Test
  void the_nearest_that_answers_is_next() {
    var some = of(A, B, C);
    some.measured(B, Duration.ofMillis(90));
    some.measured(C, Duration.ofMillis(30));
    assertTrue(some.failed(A));
    assertEquals(C, some.current());
    some.worked(C);
    some.measured(C, null);
    assertTrue(some.failed(C));
    assertEquals(B, some.current());
  }

  @Test
  void it_moves_only_for_a_clear_gain() {
    var some = of(A, B);
    some.measured(A, Duration.ofMillis(50));
    some.measured(B, Duration.ofMillis(40));
    assertFalse(some.isWorthMoving());
    some.measured(B, Duration.ofMillis(10));
    assertTrue(some.isWorthMoving());
    some.moveToBest();
    assertEquals(B, some.current());
    assertFalse(some.isWorthMoving());
  }

  @Test
  void an_address_that_is_not_listed_any_more_is_left() {
    var some = of(A, B);
    some.replace(list(2, B));
    assertTrue(some.isWorthMoving());
    some.moveToBest();
    assertEquals(B, some.current());
  }

  @Test
  void it_begins_where_it_was_last_of_use() {
    assertEquals(B, new Addresses(HOME, list(1, A, B), B, shown::add).current());
    assertEquals(A, new Addresses(HOME, list(1, A, B), C, shown::add).current());
  }

  @Test
  void what_is_shown_says_which_is_in_use_and_how_it_is() {
    var some = of(A, B);
    some.measured(B, Duration.ofMillis(7));
    assertTrue(some.failed(A));
    var views = shown.getLast();
    assertEquals(List.of(false, true, false), views.stream().map(RelayView::current).toList());
    assertEquals(List.of(false, false, true), views.stream().map(RelayView::home).toList());
    assertEquals(
        List.of(RelayView.Health.FAILING, RelayView.Health.GOOD, RelayView.Health.UNKNOWN),
        views.stream().map(RelayView::health).toList());
    assertEquals(Duration.ofMillis(7), views.get(1).roundTrip());
  }
}
