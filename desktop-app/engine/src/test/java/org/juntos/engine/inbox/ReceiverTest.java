package org.juntos.engine.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.DeviceDoubts;
import org.juntos.engine.device.IdentityChanges;
import org.juntos.engine.device.Self;
import org.juntos.engine.group.GroupBook;
import org.juntos.engine.online.Line;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.status.StatusInbox;
import org.juntos.engine.time.RelayTime;
import org.juntos.store.Profile;
import org.juntos.wire.Bytes;

/// Envelopes that end the process, or fail, each time that they are opened.
class ReceiverTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;

  private final SecureRandom random = new SecureRandom();
  private final CryptoSource cryptos = new CryptoSource(InstantSource.fixed(NOW), random);
  private final AtomicInteger caughtUp = new AtomicInteger();
  private Profile profile;
  private Self self;

  @BeforeEach
  void makeProfile() throws IOException {
    var made = TestProfile.in(folder, cryptos, random);
    profile = made.profile();
    self = made.self();
  }

  @AfterEach
  void closeProfile() {
    profile.close();
  }

  @Test
  void what_was_begun_too_often_is_set_aside_without_being_opened() {
    var killer = envelope();
    for (int death = 0; death < Receiver.MOST_ATTEMPTS; death++) {
      profile.store().write(txn -> txn.inbox().attempt(List.of(killer.id()), NOW));
    }
    receive(killer);
    assertTrue(isDone(killer));
    assertEquals(1, setAside());
  }

  @Test
  void what_was_begun_once_is_opened_once_more() {
    var unlucky = envelope();
    for (int death = 1; death < Receiver.MOST_ATTEMPTS; death++) {
      profile.store().write(txn -> txn.inbox().attempt(List.of(unlucky.id()), NOW));
    }
    receive(unlucky);
    assertTrue(isDone(unlucky));
    assertEquals(0, setAside());
  }

  @Test
  void deaths_are_counted_for_the_envelope_that_was_open() {
    var killer = envelope();
    var bystander = envelope();
    for (int death = 0; death < Receiver.MOST_ATTEMPTS; death++) {
      var mortal = receiver(new DiesAfter(1));
      mortal.delivered(List.of(killer, bystander));
      assertThrows(Death.class, mortal::turn);
    }
    receive(killer, bystander);
    assertEquals(1, setAside());
    assertTrue(isDone(killer) && isDone(bystander));
  }

  @Test
  void being_caught_up_comes_after_all_that_came_before() {
    var receiver = receiver(cryptos.clock());
    receiver.delivered(List.of(envelope(), envelope()));
    receiver.queueEmpty();
    receiver.turn();
    assertEquals(0, caughtUp.get());
    receiver.turn();
    assertEquals(1, caughtUp.get());
    assertFalse(receiver.turn().isZero());
  }

  private Receiver receiver(InstantSource clock) {
    var jobs = new Jobs(self, clock, random);
    var identities = new IdentityChanges(self, cryptos, cryptos.clock());
    var book = new GroupBook(self, cryptos, jobs);
    var doubts = new DeviceDoubts(clock);
    var time = new RelayTime(clock, Duration.ZERO);
    var statuses = new StatusInbox(self, jobs, time, () -> "");
    var opener = new Opener(self, cryptos, identities, doubts, book, jobs, statuses);
    return new Receiver(profile.store(), new Line(), opener, clock, caughtUp::incrementAndGet);
  }

  private void receive(Delivered... envelopes) {
    var receiver = receiver(cryptos.clock());
    receiver.delivered(List.of(envelopes));
    for (int turn = 0; turn < 3 * envelopes.length; turn++) {
      receiver.turn();
    }
  }

  private boolean isDone(Delivered envelope) {
    return profile.store().read(txn -> txn.inbox().done(envelope.id()));
  }

  private int setAside() {
    return profile.store().read(Receiver::setAside);
  }

  private static Delivered envelope() {
    return new Delivered(UUID.randomUUID(), 1, NOW, Bytes.of(new byte[300]));
  }

  /// A process ends when it asks for the time once too often: while an envelope is open.
  private static final class DiesAfter implements InstantSource {
    private int left;

    DiesAfter(int calls) {
      left = calls;
    }

    @Override
    public Instant instant() {
      if (left-- > 0) {
        return NOW;
      }
      throw new Death();
    }
  }

  private static final class Death extends Error {
    private static final long serialVersionUID = 1;
  }
}
