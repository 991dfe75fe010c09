package org.juntos.relay.account;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Accounts and devices, durable. Thread-safe.
public interface AccountStore {
  /// Makes the account of `registration`, spends the admission, and deletes the account that held
  /// the same admission subject before: all or nothing. A lock that holds on that account and is
  /// not opened by `keys` changes nothing but its tries. The same again changes nothing.
  Outcome register(Registration registration, Bytes secretHash, Admission admission, LockKeys keys)
      throws IOException;

  /// Gives `account` the subject of `admission` in place of the one that it had, in the same way.
  ///
  /// @return [Outcome.AdmissionSpent] also when there is no such account
  Outcome move(AccountId account, Admission admission, LockKeys keys) throws IOException;

  /// What is known of `device`; null when there is no such device.
  @Nullable Known known(DeviceAddress device) throws IOException;

  /// SHA-256 of the secret of `device`; null when there is no such device.
  default @Nullable Bytes secretHash(DeviceAddress device) throws IOException {
    var known = known(device);
    return known == null ? null : known.secretHash();
  }

  /// A device that is registered.
  ///
  /// @param secretHash SHA-256 of its secret
  /// @param seenDay day on which its account was last seen, since 1970-01-01, UTC
  record Known(Bytes secretHash, long seenDay) {}

  /// Deletes all there is of `account`; whether there was anything.
  boolean delete(AccountId account) throws IOException;

  /// Forgets at most `atMost` spent admissions that are expired anyway; returns how many.
  int forgetAdmissions(Instant now, int atMost) throws IOException;

  /// An admission as its token states it.
  ///
  /// @param subject keyed hash of a phone number or of another address
  record Admission(String tokenId, Bytes subject, Instant expiresAt) {}

  /// What became of a registration or a move.
  sealed interface Outcome {
    /// It is there; `replaced` lists accounts that made room.
    record Registered(List<AccountId> replaced) implements Outcome {
      public Registered {
        replaced = List.copyOf(replaced);
      }
    }

    /// The admission was used for something else before.
    record AdmissionSpent() implements Outcome {}

    /// The account id belongs to somebody else.
    record IdTaken() implements Outcome {}

    /// The lock of the account that has this subject holds, and was not opened. The admission stays
    /// good.
    record Locked(Lock lock) implements Outcome {}
  }
}
