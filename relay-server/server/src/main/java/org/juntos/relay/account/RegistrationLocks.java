package org.juntos.relay.account;

import java.io.IOException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.limit.Verdict;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;

/// Locks that keep a number or address for its account when somebody else gets hold of it, as after
/// a SIM swap. Thread-safe.
public final class RegistrationLocks {
  private final LockStore store;
  private final Admitted admitted;
  private final Attendance attendance;
  private final UnaryOperator<Bytes> hash;
  private final int holdDays;

  /// @param hash keyed: a PIN has few possibilities
  /// @param holdDays how many days a lock holds after the account was last seen
  public RegistrationLocks(
      LockStore store,
      Admitted admitted,
      Attendance attendance,
      UnaryOperator<Bytes> hash,
      int holdDays) {
    this.store = store;
    this.admitted = admitted;
    this.attendance = attendance;
    this.hash = hash;
    this.holdDays = holdDays;
  }

  /// How a lock stands.
  ///
  /// @param account whose it is; null when there is none
  /// @param heldFor how long it holds yet if nobody uses the account meanwhile
  public record State(
      @Nullable AccountId account, Duration heldFor, int triesLeft, boolean opened) {
    static final State NONE = new State(null, Duration.ZERO, 0, false);
  }

  /// Locks `account` with `proof`.
  public Verdict<State> set(AccountId account, Bytes proof) throws IOException {
    return store.set(account, hash.apply(proof))
        ? Verdict.granted(of(account))
        : Verdict.refused(ErrorCode.NOT_FOUND, "There is no such account.");
  }

  /// Takes the lock of `account` away, if there is one.
  public void clear(AccountId account) throws IOException {
    store.clear(account);
  }

  /// The lock of `account`.
  public State of(AccountId account) throws IOException {
    return state(store.of(account, holdDays));
  }

  /// What whoever has this admission would meet, and whether `proof` opens it. A wrong proof costs
  /// a try.
  ///
  /// @param proof empty only asks
  public Verdict<State> attempt(String admissionToken, Bytes proof) throws IOException {
    var admission = admitted.by(admissionToken);
    return admission == null
        ? Admitted.refusal()
        : Verdict.granted(
            state(store.attempt(admission.subject(), keys(LockProofs.showing(proof)))));
  }

  /// What somebody has with them.
  LockKeys keys(LockProofs proofs) throws IOException {
    return new LockKeys(
        hashed(proofs.shown()), hashed(proofs.next()), attendance.today(), holdDays);
  }

  private Bytes hashed(Bytes proof) {
    return proof.isEmpty() ? Bytes.EMPTY : hash.apply(proof);
  }

  private State state(@Nullable Lock lock) {
    return lock == null
        ? State.NONE
        : new State(
            lock.account(), attendance.until(lock.untilDay()), lock.triesLeft(), lock.opened());
  }

  /// Says that `lock` has not been opened.
  <T> Verdict<T> shut(Lock lock) {
    var detail =
        lock.triesLeft() == 0
            ? "The account of this number or address is locked, and takes no more tries."
            : "The account of this number or address is locked with a PIN.";
    return Verdict.refused(
        ErrorCode.REGISTRATION_LOCKED, detail, attendance.until(lock.untilDay()));
  }
}
