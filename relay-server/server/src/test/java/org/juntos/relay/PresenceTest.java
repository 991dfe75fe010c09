package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.relay.TestStream.Event;
import org.juntos.wire.AccountId;
import org.juntos.wire.Paths;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.AccessKey;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.Presence;
import org.juntos.wire.proto.Presence.State;
import org.juntos.wire.proto.PresenceSharing;
import org.juntos.wire.proto.PresenceWatch;
import org.juntos.wire.proto.Probe;

/// Who is told whether somebody is here.
class PresenceTest extends WithTwoDevices {
  private static final ByteString KEY = ByteString.copyFrom(new byte[16]);
  private static final ByteString OTHER = ByteString.copyFromUtf8("another key of 1");
  private static final Duration STEP = Duration.ofMinutes(5);

  PresenceTest() {
    super(Instant.parse("2026-03-01T10:02:33Z"));
  }

  @BeforeEach
  void openDoor() throws Exception {
    access(KEY);
  }

  private void access(ByteString key) throws Exception {
    var message = AccessKey.newBuilder().setKey(key).build();
    assertEquals(204, ben.client().put(Paths.ACCESS_KEY, message, ben.token()).status());
  }

  private void hide(boolean hidden) throws Exception {
    var message = PresenceSharing.newBuilder().setHidden(hidden).build();
    assertEquals(204, ben.client().put(Paths.PRESENCE, message, ben.token()).status());
  }

  private TestStream anonymous() {
    return TestStream.anonymous(relay, ana.client());
  }

  private static PresenceWatch.Watched of(AccountId account, ByteString key) {
    return PresenceWatch.Watched.newBuilder()
        .setAccountId(ByteString.copyFrom(account.bytes().toArray()))
        .setAccessKey(key)
        .build();
  }

  private static void watch(TestStream stream, PresenceWatch.Watched... accounts) {
    var watch = PresenceWatch.newBuilder().addAllAccounts(List.of(accounts));
    stream.frame(ClientFrame.newBuilder().setPresence(watch).build());
  }

  private Presence seen(TestStream stream) throws InterruptedException {
    return stream.next(Event.Seen.class).presence();
  }

  @Test
  void whoever_holds_the_key_is_told_at_once_and_after_each_change() throws Exception {
    try (var stream = anonymous()) {
      watch(stream, of(ben.account(), KEY));
      assertEquals(State.AWAY, seen(stream).getState());
      try (var here = ben.stream()) {
        here.drain();
        assertEquals(State.ONLINE, seen(stream).getState());
      }
      var left = seen(stream);
      assertEquals(State.AWAY, left.getState());
      assertEquals(STEP.toMillis(), left.getSeenSpanMs());
      assertEquals(
          Instant.parse("2026-03-01T10:00:00Z"), Instant.ofEpochMilli(left.getSeenFromMs()));
    }
  }

  @Test
  void the_longer_ago_somebody_was_here_the_coarser_it_is_told() throws Exception {
    try (var here = ben.stream()) {
      here.drain();
    }
    assertAway("2026-03-01T10:00:00Z", STEP);
    clock.advance(Duration.ofMinutes(90));
    assertAway("2026-03-01T10:00:00Z", Duration.ofHours(1));
    clock.advance(Duration.ofHours(30));
    assertAway("2026-03-01T00:00:00Z", Duration.ofDays(1));
  }

  @Test
  void after_a_restart_only_the_day_is_known() throws Exception {
    try (var here = ben.stream()) {
      here.drain();
    }
    relay.restart();
    assertAway("2026-03-01T00:00:00Z", Duration.ofDays(1));
  }

  private void assertAway(String from, Duration span) throws Exception {
    var last = Presence.getDefaultInstance();
    for (int tries = 0; tries < 200; tries++) { // the relay may not have noticed the end yet
      try (var stream = anonymous()) {
        watch(stream, of(ben.account(), KEY));
        last = seen(stream);
        if (last.getState() == State.AWAY) {
          break;
        }
      }
    }
    assertEquals(Instant.parse(from), Instant.ofEpochMilli(last.getSeenFromMs()));
    assertEquals(span.toMillis(), last.getSeenSpanMs());
  }

  /// A modified client that asks anyway.
  @Test
  void a_wrong_key_an_old_key_no_key_and_no_such_account_are_told_the_same_and_nothing_more()
      throws Exception {
    var nobody = new AccountId(UUID.randomUUID());
    access(OTHER);
    try (var stream = anonymous()) {
      var here = ben.stream();
      here.drain();
      var asked =
          List.of(
              of(ben.account(), KEY), // the old one
              of(ben.account(), ByteString.copyFromUtf8("guessed, 16 byte")),
              of(ben.account(), ByteString.EMPTY),
              of(ana.account(), KEY), // has none
              of(nobody, KEY));
      var told = new ArrayList<Presence>();
      for (var one : asked) {
        watch(stream, one);
        told.add(seen(stream).toBuilder().clearAccountId().build());
      }
      for (var one : told) {
        assertEquals(Presence.newBuilder().setState(State.HIDDEN).build(), one);
      }
      watch(stream, of(ben.account(), KEY));
      seen(stream);
      here.socket().close(1000, null);
      try (var holder = anonymous()) {
        watch(holder, of(ben.account(), OTHER));
        while (seen(holder).getState() != State.AWAY) {
          watch(holder, of(ben.account(), OTHER));
        }
      }
      assertFalse(stream.hasNext(), "who is told nothing hears of no change either");
    }
  }

  @Test
  void who_does_not_share_looks_like_nobody_also_to_who_is_watching() throws Exception {
    try (var here = ben.stream();
        var stream = anonymous()) {
      here.drain();
      watch(stream, of(ben.account(), KEY));
      assertEquals(State.ONLINE, seen(stream).getState());
      hide(true);
      assertEquals(State.HIDDEN, seen(stream).getState());
      relay.restart();
    }
    try (var stream = anonymous()) {
      watch(stream, of(ben.account(), KEY));
      var hidden = seen(stream);
      assertEquals(State.HIDDEN, hidden.getState());
      assertEquals(0, hidden.getSeenFromMs());
      hide(false);
      watch(stream, of(ben.account(), KEY));
      assertEquals(State.AWAY, seen(stream).getState());
    }
  }

  @Test
  void another_key_ends_the_sight_of_who_holds_the_one_before() throws Exception {
    try (var here = ben.stream();
        var stream = anonymous()) {
      here.drain();
      watch(stream, of(ben.account(), KEY));
      assertEquals(State.ONLINE, seen(stream).getState());
      access(OTHER);
      assertEquals(State.HIDDEN, seen(stream).getState());
    }
  }

  @Test
  void an_account_that_is_deleted_is_nobody() throws Exception {
    try (var stream = anonymous()) {
      hide(false);
      watch(stream, of(ben.account(), KEY));
      assertEquals(State.AWAY, seen(stream).getState());
      ben.client().call("DELETE", Paths.ACCOUNTS, null, Map.of(), ben.token());
      assertEquals(State.HIDDEN, seen(stream).getState());
    }
  }

  @Test
  void what_is_watched_takes_the_place_of_what_was() throws Exception {
    try (var stream = anonymous()) {
      watch(stream, of(ben.account(), KEY));
      assertEquals(State.AWAY, seen(stream).getState());
      watch(stream);
      try (var here = ben.stream()) {
        here.drain();
      }
      watch(stream, of(new AccountId(UUID.randomUUID()), KEY));
      assertEquals(State.HIDDEN, seen(stream).getState(), "nothing of Bob came before this");
    }
  }

  @Test
  void nobody_watches_over_a_stream_with_a_name_and_nobody_too_many() throws Exception {
    try (var named = ana.stream()) {
      named.drain();
      watch(named, of(ben.account(), KEY));
      named.frame(ClientFrame.newBuilder().setProbe(Probe.getDefaultInstance()).build());
      assertTrue(named.next() instanceof Event.Alive);
    }
    var many = new PresenceWatch.Watched[WireLimits.MAX_WATCHED + 1];
    Arrays.fill(many, of(ben.account(), KEY));
    try (var stream = anonymous()) {
      watch(stream, many);
      assertTrue(stream.next() instanceof Event.Closed);
    }
  }
}
