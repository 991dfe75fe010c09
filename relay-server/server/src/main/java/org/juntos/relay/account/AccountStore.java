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
  /// the same admission subject before: all or nothing. The same again changes nothing.
  Outcome register(Registration registration, Bytes secretHash, Admission admission)
      throws IOException;

  /// SHA-256 of the secret of `device`; null when there is no such device.
  @Nullable Bytes secretHash(DeviceAddress device) throws IOException;

  /// Deletes all there is of `account`; whether there was anything.
  boolean delete(AccountId account) throws IOException;

  /// Forgets at most `atMost` spent admissions that are expired anyway; returns how many.
  int forgetAdmissions(Instant now, int atMost) throws IOException;

  /// An admission as its token states it.
  ///
  /// @param subject keyed hash of a phone number or of another address
  record Admission(String tokenId, Bytes subject, Instant expiresAt) {}

  /// What became of a registration.
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
  }
}
