package org.juntos.engine.discovery;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.DiscoveryApi.Evaluated;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.UntrustedRelayException;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.problem.Problems;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.discovery.BlindedNumber;
import org.juntos.wire.discovery.Bucket;
import org.juntos.wire.discovery.DiscoveryEntryKey;
import org.juntos.wire.discovery.NumberOprf;

/// Finds accounts by their numbers. The relay sees blinded points, and which buckets are fetched,
/// never a number. It is not believed more than it has to be: an answer that contradicts itself, or
/// would hide a number among too few, counts for nothing.
public final class NumberSearch {
  /// Numbers in one request: few, so that a budget that is nearly spent is used up.
  static final int MOST = 10;

  private final RelayApi relay;
  private final NumberOprf oprf;
  private final SecureRandom random;

  public NumberSearch(RelayApi relay, NumberOprf oprf, SecureRandom random) {
    this.relay = relay;
    this.oprf = oprf;
    this.random = random;
  }

  /// What became of a search.
  sealed interface Answer {
    /// Whose numbers they are, as far as that can be found.
    record People(Map<String, AccountId> accounts) implements Answer {
      public People {
        accounts = Map.copyOf(accounts);
      }
    }

    /// The budget is spent.
    record Spent(Duration retryIn) implements Answer {}

    /// It did not work.
    record Failed(Problem problem) implements Answer {}
  }

  /// Looks for numbers; blocks until the relay has answered.
  ///
  /// @param numbers E.164, 1 to [#MOST]
  Answer find(List<String> numbers) {
    try {
      var blinded = numbers.stream().map(number -> BlindedNumber.of(oprf, number, random)).toList();
      var shown = blinded.stream().map(number -> Bytes.of(number.element())).toList();
      return switch (relay.people().discovery().evaluate(shown)) {
        case RelayResult.Ok<Evaluated>(var evaluated) -> find(numbers, blinded, evaluated);
        case RelayResult.Refused<Evaluated> refused -> refused(refused);
      };
    } catch (UntrustedRelayException _) {
      return failed("relay-untrusted");
    } catch (IOException _) {
      return failed("offline");
    }
  }

  private Answer find(List<String> numbers, List<BlindedNumber> blinded, Evaluated evaluated)
      throws IOException {
    int bits = evaluated.bucketBits();
    var points = evaluated.points();
    if (points.size() != numbers.size() || bits < 0 || bits > Bucket.MOST_BITS) {
      return failed("discovery-false");
    }
    var keys = new HashMap<Bucket, Map<String, DiscoveryEntryKey>>();
    for (int at = 0; at < points.size(); at++) {
      var key = blinded.get(at).finish(points.get(at).toArray());
      if (key == null) {
        return failed("discovery-false");
      }
      var number = numbers.get(at);
      keys.computeIfAbsent(Bucket.of(number, bits), _ -> new HashMap<>()).put(number, key);
    }
    return fetched(keys);
  }

  private Answer fetched(Map<Bucket, Map<String, DiscoveryEntryKey>> keys) throws IOException {
    var found = new HashMap<String, AccountId>();
    for (var bucket : keys.entrySet()) {
      switch (relay.people().discovery().bucket(bucket.getKey())) {
        case RelayResult.Refused<Bytes> refused -> {
          return refused(refused);
        }
        case RelayResult.Ok<Bytes>(var entries) -> {
          if (!open(entries.toArray(), bucket.getValue(), found)) {
            return failed("discovery-false");
          }
        }
      }
    }
    return new Answer.People(found);
  }

  /// Puts into `found` whose entries open; false when the bucket is none. An honest one has so many
  /// entries that a number is one of many, and at most one for a number.
  private static boolean open(
      byte[] entries, Map<String, DiscoveryEntryKey> keys, Map<String, AccountId> found) {
    int count = entries.length / DiscoveryEntryKey.ENTRY_BYTES;
    if (entries.length % DiscoveryEntryKey.ENTRY_BYTES != 0 || count < Bucket.STEP) {
      return false;
    }
    for (var key : keys.entrySet()) {
      var accounts = opened(entries, key.getValue());
      if (accounts.size() > 1) {
        return false;
      }
      accounts.forEach(account -> found.put(key.getKey(), account));
    }
    return true;
  }

  private static List<AccountId> opened(byte[] entries, DiscoveryEntryKey key) {
    var accounts = new ArrayList<AccountId>();
    for (int from = 0; from < entries.length; from += DiscoveryEntryKey.ENTRY_BYTES) {
      @Nullable AccountId account = key.open(entries, from);
      if (account != null) {
        accounts.add(account);
      }
    }
    return accounts;
  }

  private static Answer refused(RelayResult.Refused<?> refused) {
    var wait = refused.retryAfter();
    if (refused.code() == ErrorCode.RATE_LIMITED && wait != null) {
      return new Answer.Spent(wait);
    }
    return refused.code() == ErrorCode.NOT_FOUND
        ? failed("discovery-off")
        : new Answer.Failed(Problems.of(refused));
  }

  private static Answer failed(String code) {
    return new Answer.Failed(Problems.of(code));
  }
}
