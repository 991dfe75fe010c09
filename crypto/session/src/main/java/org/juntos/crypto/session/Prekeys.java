package org.juntos.crypto.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.record.ProtocolRecords;
import org.juntos.crypto.record.ProtocolRecords.PrekeyKind;

/// Makes, renews and retires this device's prekeys.
final class Prekeys {
  private static final int ONE_TIME_KEYS = 100;

  private static final int REFILL_BELOW = ONE_TIME_KEYS / 2;

  /// Private halves that are kept of either one-time kind. Whoever empties our stock at the relay
  /// makes us refill it; this bounds what that leaves behind.
  private static final int MOST_KEPT = 1000;

  private static final Duration ROTATION = Duration.ofDays(7);

  private static final Duration KEPT_AFTER_ROTATION = Duration.ofDays(30);

  private final ProtocolRecords records;
  private final InstantSource clock;
  private final LocalIdentity identity;

  Prekeys(ProtocolRecords records, InstantSource clock, LocalIdentity identity) {
    this.records = records;
    this.clock = clock;
    this.identity = identity;
  }

  PublishedKeys initial() {
    var maker = maker();
    return new PublishedKeys(
        maker.signed(),
        maker.lastResort(),
        oneTime(maker, ONE_TIME_KEYS),
        kyber(maker, ONE_TIME_KEYS));
  }

  PublishedKeys current() {
    var signed = newest(PrekeyKind.SIGNED);
    var lastResort = newest(PrekeyKind.LAST_RESORT_KYBER);
    return new PublishedKeys(
        signed == null ? null : signed.publicHalf(),
        lastResort == null ? null : lastResort.publicHalf(),
        List.of(),
        List.of());
  }

  PublishedKeys refill(int oneTimeAtRelay, int kyberAtRelay) {
    var maker = maker();
    var oneTime = oneTime(maker, missing(oneTimeAtRelay));
    var kyber = kyber(maker, missing(kyberAtRelay));
    forgetOldest(PrekeyKind.ONE_TIME);
    forgetOldest(PrekeyKind.ONE_TIME_KYBER);
    return new PublishedKeys(null, null, oneTime, kyber);
  }

  @Nullable PublishedKeys rotateIfDue() {
    forgetReplaced(PrekeyKind.SIGNED);
    forgetReplaced(PrekeyKind.LAST_RESORT_KYBER);
    var newest = newest(PrekeyKind.SIGNED);
    if (newest != null && age(newest.madeAt()).abs().compareTo(ROTATION) < 0) {
      return null;
    }
    var maker = maker();
    return new PublishedKeys(maker.signed(), maker.lastResort(), List.of(), List.of());
  }

  private PrekeyMaker maker() {
    return new PrekeyMaker(records, identity.required(), clock.instant());
  }

  private static int missing(int atRelay) {
    return atRelay < REFILL_BELOW ? ONE_TIME_KEYS - Math.max(0, atRelay) : 0;
  }

  private static List<PublicPrekey> oneTime(PrekeyMaker maker, int count) {
    return IntStream.range(0, count).mapToObj(_ -> maker.oneTime()).toList();
  }

  private static List<SignedPublicPrekey> kyber(PrekeyMaker maker, int count) {
    return IntStream.range(0, count).mapToObj(_ -> maker.oneTimeKyber()).toList();
  }

  private void forgetOldest(PrekeyKind kind) {
    var ids = records.prekeys(kind);
    ids.subList(0, Math.max(0, ids.size() - MOST_KEPT))
        .forEach(id -> records.deletePrekey(kind, id));
  }

  /// A key is replaced when the next one is made.
  private void forgetReplaced(PrekeyKind kind) {
    var all = all(kind);
    for (int i = 0; i + 1 < all.size(); i++) {
      if (age(all.get(i + 1).madeAt()).compareTo(KEPT_AFTER_ROTATION) > 0) {
        records.deletePrekey(kind, all.get(i).publicHalf().id());
      }
    }
  }

  /// Negative when the clock went back.
  private Duration age(Instant madeAt) {
    return Duration.between(madeAt, clock.instant());
  }

  private @Nullable StoredPrekey newest(PrekeyKind kind) {
    var all = all(kind);
    return all.isEmpty() ? null : all.getLast();
  }

  private List<StoredPrekey> all(PrekeyKind kind) {
    var all = new ArrayList<StoredPrekey>();
    for (int id : records.prekeys(kind)) {
      var record = records.prekey(kind, id);
      if (record != null) {
        all.add(StoredPrekey.read(kind, record));
      }
    }
    return all;
  }
}
