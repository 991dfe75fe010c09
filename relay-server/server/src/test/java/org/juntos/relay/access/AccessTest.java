package org.juntos.relay.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juntos.relay.ManualClock;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.relay.mailbox.Mailboxes;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

class AccessTest {
  private static final AccountId ALICE = new AccountId(new UUID(1, 1));
  private static final AccountId BOB = new AccountId(new UUID(2, 2));
  private static final int PER_DAY = 10;

  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final Keys keys = new Keys();
  private final Access access =
      new Access(
          new AccessKeys(keys, _ -> {}),
          new Mailboxes(new TakingStore(), _ -> null, _ -> {}),
          PER_DAY,
          clock);

  /// Everybody has a key.
  private static final class Keys implements AccessKeyStore {
    private boolean broken;

    @Override
    public Outcome set(AccountId account, KeyHash hash) {
      return Outcome.SET;
    }

    @Override
    public @Nullable KeyHash hash(AccountId account) throws IOException {
      if (broken) {
        throw new IOException("the disk is gone");
      }
      return new KeyHash(Bytes.ofHex("00".repeat(32)), 1);
    }
  }

  private Reply ask(Envelope... envelopes) {
    var replies = new ArrayList<Reply>();
    access.ask(ALICE, List.of(envelopes), replies::add);
    assertEquals(1, replies.size());
    return replies.getFirst();
  }

  private static Envelope to(int device) {
    return new Envelope(UUID.randomUUID(), new DeviceAddress(BOB, device), Bytes.ofHex("01"));
  }

  @Test
  void a_message_to_all_devices_of_a_stranger_is_one() {
    for (int i = 0; i < PER_DAY; i++) {
      assertInstanceOf(Reply.Decided.class, ask(to(1), to(2), to(3)));
    }
    var wait = assertInstanceOf(Reply.Wait.class, ask(to(1)));
    assertEquals(Duration.ofDays(1).dividedBy(PER_DAY), wait.time());
  }

  @Test
  void of_several_messages_at_once_each_counts() {
    assertInstanceOf(Reply.Decided.class, ask(to(1), to(1), to(1), to(2), to(1), to(1), to(1)));
    assertInstanceOf(Reply.Wait.class, ask(to(1), to(1), to(1), to(1), to(1)));
    assertInstanceOf(Reply.Decided.class, ask(to(1), to(1), to(1), to(1)));
    assertInstanceOf(Reply.Wait.class, ask(to(2)));
    clock.advance(Duration.ofDays(1));
    assertInstanceOf(Reply.Decided.class, ask(to(1), to(1), to(1), to(1), to(1)));
  }

  @Test
  void while_the_keys_cannot_be_read_the_same_may_be_handed_in_later() {
    keys.broken = true;
    assertInstanceOf(Reply.Unwell.class, ask(to(1)));
    var replies = new ArrayList<Reply>();
    access.send(List.of(to(1)), List.of(Bytes.ofHex("00".repeat(16))), replies::add);
    assertInstanceOf(Reply.Unwell.class, replies.getFirst());
    access.forward(new DeviceAddress(BOB, 1), Bytes.EMPTY, Bytes.EMPTY);
  }
}
