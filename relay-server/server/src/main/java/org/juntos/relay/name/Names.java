package org.juntos.relay.name;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.juntos.relay.limit.RateLimit;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.sealed.NameProofs;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;

/// User names of accounts. Nobody can list them: a look-up needs the name, and there are so many a
/// day. Thread-safe.
public final class Names {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int CHANGES_PER_DAY = 50;
  private static final int ACCOUNTS_OF_AN_ADDRESS = 10;

  private final NameStore store;
  private final NameProofs proofs;
  private final Predicate<AccountId> hidden;
  private final RateLimit<AccountId> changes;
  private final RateLimit<AccountId> perAccount;
  private final RateLimit<String> perAddress;

  /// @param hidden accounts that are not found
  /// @param lookupsPerDay of one account; [Integer#MAX_VALUE] is no limit
  public Names(
      NameStore store,
      NameProofs proofs,
      Predicate<AccountId> hidden,
      int lookupsPerDay,
      InstantSource clock) {
    boolean limited = lookupsPerDay < Integer.MAX_VALUE / ACCOUNTS_OF_AN_ADDRESS;
    int many = Integer.MAX_VALUE;
    this.store = store;
    this.proofs = proofs;
    this.hidden = hidden;
    this.changes = new RateLimit<>(limited ? CHANGES_PER_DAY : many, DAY, clock);
    this.perAccount = new RateLimit<>(limited ? lookupsPerDay : many, DAY, clock);
    this.perAddress =
        new RateLimit<>(limited ? lookupsPerDay * ACCOUNTS_OF_AN_ADDRESS : many, DAY, clock);
  }

  /// Gives `account` the name of `hash`, which `proof` shows that it knows.
  public Verdict<Boolean> take(AccountId account, Bytes hash, Bytes proof) throws IOException {
    var wait = changes.take(account);
    if (!wait.isZero()) {
      return tooOften(wait);
    }
    if (!proofs.holds(hash, proof)) {
      return Verdict.refused(ErrorCode.USER_NAME_INVALID, "The proof is not of this user name.");
    }
    return store.take(account, hash)
        ? Verdict.granted(true)
        : Verdict.refused(ErrorCode.USER_NAME_TAKEN, "This user name is taken.");
  }

  /// Takes the name of `account` away, if it has one.
  public void drop(AccountId account) throws IOException {
    store.drop(account);
  }

  /// Whose name it is. Nobody's and that of a hidden account are answered alike.
  ///
  /// @param asker who asks
  /// @param networkAddress where from
  public Verdict<AccountId> owner(AccountId asker, String networkAddress, Bytes hash)
      throws IOException {
    var wait = longer(perAccount.take(asker), perAddress.take(networkAddress));
    if (!wait.isZero()) {
      return tooOften(wait);
    }
    var owner = store.owner(hash);
    return owner == null || hidden.test(owner)
        ? Verdict.refused(ErrorCode.NOT_FOUND, "Nobody has this user name.")
        : Verdict.granted(owner);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static <T> Verdict<T> tooOften(Duration wait) {
    return Verdict.refused(ErrorCode.RATE_LIMITED, "That was asked too often this day.", wait);
  }
}
