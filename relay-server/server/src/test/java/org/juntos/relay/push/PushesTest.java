package org.juntos.relay.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.relay.ManualClock;
import org.juntos.relay.push.PushSender.Pushed;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

class PushesTest {
  private static final Duration PAUSE = Duration.ofMinutes(5);
  private static final DeviceAddress ANA =
      new DeviceAddress(new AccountId(new UUID(1, 1)), DeviceAddress.PRIMARY_DEVICE);
  private static final DeviceAddress BEN =
      new DeviceAddress(new AccountId(new UUID(2, 2)), DeviceAddress.PRIMARY_DEVICE);

  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final MemoryStore store = new MemoryStore();
  private final Service service = new Service();
  private final Counts counts = new Counts();
  private final Set<DeviceAddress> missed = new HashSet<>(Set.of(ANA, BEN));
  private final Pushes pushes =
      new Pushes(
          store, new PushSenders(null, service, null), missed::contains, counts, PAUSE, clock);

  @BeforeEach
  void subscribe() throws IOException {
    pushes.set(ANA, new PushTarget.Fcm("ana"));
  }

  /// Makes all pushes that are due; to whom.
  private List<String> pushed() {
    service.pushed.clear();
    while (pushes.turn()) {
      assertTrue(service.pushed.size() < 1_000, "it does not end");
    }
    return List.copyOf(service.pushed);
  }

  @Test
  void many_messages_make_one_push() {
    for (int i = 0; i < 1_000; i++) {
      pushes.stored(ANA);
    }
    assertEquals(List.of("ana"), pushed());
    for (int i = 0; i < 1_000; i++) {
      pushes.stored(ANA);
    }
    assertEquals(List.of(), pushed());
    assertEquals(1, counts.sent);
  }

  @Test
  void a_device_that_does_not_come_is_pushed_to_again_after_the_pause_and_not_without_a_reason() {
    pushes.stored(ANA);
    pushed();
    clock.advance(PAUSE.minusSeconds(1));
    pushes.stored(ANA);
    assertEquals(List.of(), pushed());
    clock.advance(Duration.ofSeconds(1));
    assertEquals(List.of(), pushed());
    pushes.stored(ANA);
    assertEquals(List.of("ana"), pushed());
  }

  @Test
  void a_device_that_has_come_and_gone_is_pushed_to_at_once() {
    pushes.stored(ANA);
    pushed();
    pushes.connected(ANA);
    pushes.left(ANA);
    pushes.stored(ANA);
    assertEquals(List.of("ana"), pushed());
  }

  @Test
  void nobody_is_pushed_to_who_is_here_or_whom_nothing_waits_for() {
    missed.remove(ANA);
    pushes.stored(ANA);
    assertEquals(List.of(), pushed());
    missed.add(ANA);
    pushes.stored(ANA);
    pushes.connected(ANA);
    assertEquals(List.of(), pushed());
    pushes.stored(BEN);
    assertEquals(List.of(), pushed());
  }

  @Test
  void what_a_lost_stream_did_not_take_along_is_told_after_a_moment() {
    pushes.connected(ANA);
    pushes.left(ANA);
    assertEquals(List.of(), pushed());
    clock.advance(Pushes.GRACE);
    assertEquals(List.of("ana"), pushed());
  }

  @Test
  void a_push_service_that_is_busy_is_asked_again_more_and_more_slowly() {
    service.answers.add(new Pushed.Later(Duration.ofMinutes(2)));
    service.answers.add(new Pushed.Later(Duration.ZERO));
    pushes.stored(ANA);
    assertEquals(List.of("ana"), pushed());
    clock.advance(Duration.ofSeconds(119));
    pushes.stored(ANA);
    assertEquals(List.of(), pushed());
    clock.advance(Duration.ofSeconds(1));
    assertEquals(List.of("ana"), pushed());
    clock.advance(Duration.ofSeconds(19));
    assertEquals(List.of(), pushed());
    clock.advance(Duration.ofSeconds(1));
    assertEquals(List.of("ana"), pushed());
    assertEquals(1, counts.sent);
    assertEquals(0, counts.failed);
  }

  @Test
  void a_push_service_that_is_dead_is_given_up_and_asked_again_for_a_later_message() {
    service.failing = true;
    pushes.stored(ANA);
    int tries = 0;
    for (int minute = 0; minute < 60; minute++) {
      tries += pushed().size();
      clock.advance(Duration.ofMinutes(1));
    }
    assertEquals(6, tries);
    assertEquals(1, counts.failed);
    service.failing = false;
    pushes.stored(ANA);
    assertEquals(List.of("ana"), pushed());
  }

  @Test
  void a_device_that_connects_stops_the_tries() {
    service.answers.add(new Pushed.Later(Duration.ZERO));
    pushes.stored(ANA);
    pushed();
    pushes.connected(ANA);
    clock.advance(Duration.ofHours(2));
    assertEquals(List.of(), pushed());
  }

  @Test
  void a_subscription_that_the_push_service_does_not_know_is_dropped() throws IOException {
    service.answers.add(new Pushed.Gone());
    pushes.stored(ANA);
    assertEquals(List.of("ana"), pushed());
    assertEquals(Map.of(), store.targets);
    assertEquals(1, counts.dropped);
    clock.advance(PAUSE);
    pushes.stored(ANA);
    assertEquals(List.of(), pushed());
    pushes.set(ANA, new PushTarget.Fcm("new"));
    pushes.stored(ANA);
    assertEquals(List.of("new"), pushed());
  }

  @Test
  void a_push_service_that_refuses_is_not_asked_for_each_message() {
    service.answers.add(new Pushed.Refused("no"));
    pushes.stored(ANA);
    pushed();
    pushes.stored(ANA);
    assertEquals(List.of(), pushed());
    assertEquals(1, counts.failed);
    assertFalse(store.targets.isEmpty());
  }

  @Test
  void what_waited_before_a_restart_is_told_after_it() throws IOException {
    try (var next =
        new Pushes(
            store, new PushSenders(null, service, null), missed::contains, counts, PAUSE, clock)) {
      next.load();
      assertFalse(next.turn());
      clock.advance(Pushes.GRACE);
      assertTrue(next.turn());
      assertEquals(List.of("ana"), service.pushed);
    }
  }

  @Test
  void whoever_is_gone_or_has_cleared_it_is_forgotten() throws IOException {
    pushes.set(BEN, new PushTarget.Fcm("ben"));
    pushes.clear(ANA);
    pushes.forget(BEN.account());
    pushes.stored(ANA);
    pushes.stored(BEN);
    assertEquals(List.of(), pushed());
    assertEquals(Set.of(BEN), store.targets.keySet(), "the row goes with the account");
  }

  private static final class Counts implements PushWatch {
    private int sent;
    private int failed;
    private int dropped;

    @Override
    public void sent() {
      sent++;
    }

    @Override
    public void failed() {
      failed++;
    }

    @Override
    public void dropped() {
      dropped++;
    }
  }

  /// A push service that answers as it is told to, and then takes everything.
  private static final class Service implements PushSender<PushTarget.Fcm> {
    private final List<String> pushed = new ArrayList<>();
    private final Queue<Pushed> answers = new ArrayDeque<>();
    private boolean failing;

    @Override
    public Pushed push(PushTarget.Fcm target) throws IOException {
      pushed.add(target.token());
      if (failing) {
        throw new IOException("dead");
      }
      var answer = answers.poll();
      return answer == null ? new Pushed.Taken() : answer;
    }
  }

  private static final class MemoryStore implements PushStore {
    private final Map<DeviceAddress, PushTarget> targets = new HashMap<>();

    @Override
    public boolean set(DeviceAddress device, PushTarget target) {
      targets.put(device, target);
      return true;
    }

    @Override
    public void clear(DeviceAddress device) {
      targets.remove(device);
    }

    @Override
    public void clear(DeviceAddress device, PushTarget target) {
      targets.remove(device, target);
    }

    @Override
    public @Nullable PushTarget of(DeviceAddress device) {
      return targets.get(device);
    }

    @Override
    public Set<DeviceAddress> all() {
      return Set.copyOf(targets.keySet());
    }
  }
}
