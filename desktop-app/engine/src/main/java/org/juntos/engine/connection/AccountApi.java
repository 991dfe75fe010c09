package org.juntos.engine.connection;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Requests about what belongs to an account beside its devices: its lock, its number or address,
/// its user name. As those of [RelayApi] in all else.
public interface AccountApi {
  /// The lock of one's own account.
  RelayResult<LockState> lock() throws IOException;

  /// Locks one's own account, or locks it anew.
  ///
  /// @param proof what the PIN makes; stays the caller's
  RelayResult<LockState> setLock(SecretBytes proof) throws IOException;

  RelayResult<Done> clearLock() throws IOException;

  /// The lock of the account that has the number or address of `admission`, which needs no account.
  ///
  /// @param proof null only asks; a wrong one costs a try
  RelayResult<LockState> tryLock(Admission admission, @Nullable SecretBytes proof)
      throws IOException;

  /// Gives one's own account the number or address of `admission`.
  ///
  /// @param proof opens the lock of the account that has it now; null when there is none
  RelayResult<Done> move(Admission admission, @Nullable SecretBytes proof) throws IOException;

  /// Takes the user name of `hash`, in place of the one before.
  ///
  /// @param proof that the name is known
  RelayResult<Done> takeName(Bytes hash, Bytes proof) throws IOException;

  RelayResult<Done> dropName() throws IOException;

  /// Whose the user name of `hash` is.
  RelayResult<AccountId> ownerOf(Bytes hash) throws IOException;
}
