package org.juntos.relay.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.relay.ManualClock;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.relay.mailbox.FanOut;
import org.juntos.relay.mailbox.Mailboxes;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

class EndorsedSendsTest {
  private static final Bytes GOOD = Bytes.ofHex("01");
  private static final Bytes BAD = Bytes.ofHex("02");
  private static final AccountId ANA = new AccountId(UUID.randomUUID());
  private static final AccountId BEN = new AccountId(UUID.randomUUID());

  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final List<Set<AccountId>> looked = new ArrayList<>();
  private final Mailboxes mailboxes = new Mailboxes(new TakingStore(), _ -> null, _ -> {});
  private final EndorsedSends sends =
      new EndorsedSends(
          (endorsement, accounts) -> {
            looked.add(Set.copyOf(accounts));
            return endorsement.equals(GOOD);
          },
          mailboxes,
          false,
          clock);

  private static Envelope to(AccountId account, int device) {
    var address = new DeviceAddress(account, device);
    return new Envelope(UUID.randomUUID(), address, Bytes.EMPTY);
  }

  private Reply send(Bytes endorsement, Envelope... envelopes) {
    var replies = new ArrayList<Reply>();
    sends.send(List.of(envelopes), endorsement, "192.0.2.1", replies::add);
    assertEquals(1, replies.size());
    return replies.getFirst();
  }

  @Test
  void the_endorsement_is_for_each_account_once_however_many_devices_it_has() {
    assertInstanceOf(Reply.Decided.class, send(GOOD, to(ANA, 1), to(ANA, 2), to(BEN, 1)));
    assertEquals(List.of(Set.of(ANA, BEN)), looked);
  }

  @Test
  void a_message_to_many_is_looked_at_like_single_ones() {
    var copies = List.of(new FanOut.Copy(to(ANA, 1), 7), new FanOut.Copy(to(ANA, 2), 8));
    var replies = new ArrayList<Reply>();
    sends.send(new FanOut(Bytes.EMPTY, copies), BAD, "192.0.2.1", replies::add);
    sends.send(new FanOut(Bytes.EMPTY, copies), GOOD, "192.0.2.1", replies::add);
    assertInstanceOf(Reply.NotEndorsed.class, replies.getFirst());
    assertInstanceOf(Reply.Decided.class, replies.getLast());
  }

  @Test
  void whoever_shows_many_that_do_not_hold_has_to_wait_and_nobody_else() {
    for (int i = 0; i < 60; i++) {
      send(GOOD, to(ANA, 1));
      assertInstanceOf(Reply.NotEndorsed.class, send(BAD, to(ANA, 1)));
    }
    int before = looked.size();
    assertInstanceOf(Reply.Unwell.class, send(GOOD, to(ANA, 1)));
    assertInstanceOf(Verdict.Refused.class, sends.opens(ANA, GOOD, "192.0.2.1"));
    assertEquals(before, looked.size(), "nothing is looked at");
    assertInstanceOf(Verdict.Granted.class, sends.opens(ANA, GOOD, "192.0.2.2"));
    clock.advance(Duration.ofMinutes(1));
    assertInstanceOf(Reply.Decided.class, send(GOOD, to(ANA, 1)));
  }
}
