package org.juntos.relay.discovery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.limit.RateLimit;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.otp.NamedNumber;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.WireLimits;
import org.juntos.wire.discovery.Bucket;
import org.juntos.wire.discovery.DiscoveryEntryKey;

/// Lets accounts be found by their number, if they wish it, by whoever knows the number. Whoever
/// looks shows numbers blinded, so many a day, and fetches whole buckets of entries. An account
/// that is hidden, and one that was never listed, are in no answer. Thread-safe.
public final class Discovery {
  /// How often an account may change whether it is listed in a day.
  static final int CHANGES_PER_DAY = 20;

  private static final int ACCOUNTS_OF_AN_ADDRESS = 10;
  private static final int FETCHES_OF_A_NUMBER = 2;
  private static final Duration DAY = Duration.ofDays(1);

  /// Bytes that look random are in an order that tells nothing.
  private static final Comparator<byte[]> BY_BYTES = Arrays::compareUnsigned;

  private final DiscoveryStore store;
  private final DiscoveryKey key;
  private final People people;
  private final int numbersPerDay;
  private final SecureRandom random;
  private final RateLimit<AccountId> changes;
  private final RateLimit<AccountId> perAccount;
  private final RateLimit<String> perAddress;
  private final RateLimit<AccountId> fetches;

  /// Forgets at once what was made with another key.
  ///
  /// @param numbersPerDay that one account may look for; [Integer#MAX_VALUE] is no limit
  public Discovery(
      DiscoveryStore store,
      DiscoveryKey key,
      People people,
      int numbersPerDay,
      InstantSource clock,
      SecureRandom random)
      throws IOException {
    boolean limited = numbersPerDay < Integer.MAX_VALUE / ACCOUNTS_OF_AN_ADDRESS;
    int many = Integer.MAX_VALUE;
    this.store = store;
    this.key = key;
    this.people = people;
    this.numbersPerDay = numbersPerDay;
    this.random = random;
    changes = new RateLimit<>(limited ? CHANGES_PER_DAY : many, DAY, clock);
    perAccount = new RateLimit<>(limited ? numbersPerDay : many, DAY, clock);
    perAddress = limit(limited, numbersPerDay, ACCOUNTS_OF_AN_ADDRESS, clock);
    fetches = limit(limited, numbersPerDay, FETCHES_OF_A_NUMBER, clock);
    store.keepOnly(key.id());
  }

  private static <K> RateLimit<K> limit(
      boolean limited, int perDay, int times, InstantSource clock) {
    return new RateLimit<>(limited ? perDay * times : Integer.MAX_VALUE, DAY, clock);
  }

  /// What is known of accounts elsewhere.
  ///
  /// @param naming how accounts of a number that somebody wrote are named; null when it is none
  /// @param hidden accounts that are not found
  public record People(
      Function<String, @Nullable NamedNumber> naming, Predicate<AccountId> hidden) {}

  /// Points times the key, and how many buckets there are.
  ///
  /// @param bits the relay has 2^bits buckets
  public record Evaluated(List<Bytes> points, int bits) {
    public Evaluated {
      points = List.copyOf(points);
    }
  }

  /// Numbers that one account may look for in a day.
  public int numbersPerDay() {
    return numbersPerDay;
  }

  /// The account can be found by `number` from now on, if it was made with it.
  public Verdict<Boolean> list(AccountId account, String number) throws IOException {
    var wait = changes.take(account);
    if (!wait.isZero()) {
      return tooOften(wait);
    }
    var named = people.naming().apply(number);
    if (named == null) {
      return Verdict.refused(
          ErrorCode.PHONE_NUMBER_INVALID, "This is no phone number with its country code.");
    }
    var nonce = new byte[DiscoveryEntryKey.NONCE_BYTES];
    random.nextBytes(nonce);
    return store.put(account, named.subject(), key.listed(named.e164(), account, nonce))
        ? Verdict.granted(true)
        : Verdict.refused(ErrorCode.FORBIDDEN, "This is not the number of the account.");
  }

  /// It cannot be found any more.
  public void unlist(AccountId account) throws IOException {
    store.remove(account);
  }

  /// Applies the key to blinded numbers: to all of them, or to none when one is no point.
  ///
  /// @param networkAddress where from
  public Verdict<Evaluated> evaluate(AccountId asker, String networkAddress, List<Bytes> blinded)
      throws IOException {
    int count = blinded.size();
    if (count == 0 || count > WireLimits.MAX_NUMBERS_AT_ONCE) {
      return Verdict.refused(
          ErrorCode.MALFORMED, "1 to " + WireLimits.MAX_NUMBERS_AT_ONCE + " numbers at once.");
    }
    var wait = perAccount.take(asker, count);
    if (!wait.isZero()) {
      return tooOften(wait);
    }
    wait = perAddress.take(networkAddress, count);
    if (!wait.isZero()) {
      perAccount.giveBack(asker, count);
      return tooOften(wait);
    }
    var points = new ArrayList<Bytes>(count);
    for (var one : blinded) {
      var point = key.evaluate(one);
      if (point == null) {
        return Verdict.refused(ErrorCode.MALFORMED, "What is to be evaluated is no point.");
      }
      points.add(point);
    }
    return Verdict.granted(new Evaluated(points, bits()));
  }

  /// As many buckets as leave each [Bucket#STEP] entries or more.
  private int bits() throws IOException {
    long full = store.size() / Bucket.STEP;
    return full == 0
        ? 0
        : Math.min(Bucket.MOST_BITS, Long.SIZE - 1 - Long.numberOfLeadingZeros(full));
  }

  /// All entries of a bucket, filled up with such as are nobody's.
  public Verdict<Bytes> bucket(AccountId asker, long number) throws IOException {
    if (!Bucket.exists(number)) {
      return Verdict.refused(ErrorCode.NOT_FOUND, "There is no such bucket.");
    }
    var wait = fetches.take(asker);
    if (!wait.isZero()) {
      return tooOften(wait);
    }
    var bucket = new Bucket((int) number);
    var entries = new ArrayList<>(store.entries(key.leaves(bucket), people.hidden()));
    int whole = Math.max(1, Math.ceilDiv(entries.size(), Bucket.STEP)) * Bucket.STEP;
    for (int i = entries.size(); i < whole; i++) {
      entries.add(key.nobody(bucket, i));
    }
    var all = new ByteArrayOutputStream(whole * DiscoveryEntryKey.ENTRY_BYTES);
    entries.stream().map(Bytes::toArray).sorted(BY_BYTES).forEach(all::writeBytes);
    return Verdict.granted(Bytes.of(all.toByteArray()));
  }

  private static <T> Verdict<T> tooOften(Duration wait) {
    return Verdict.refused(ErrorCode.RATE_LIMITED, "That was asked too often this day.", wait);
  }
}
