package org.juntos.relay.account;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// The devices of accounts, durable. Thread-safe.
public interface DeviceStore {
  /// What is kept of the devices of `account`; null when there is no such account.
  @Nullable Kept kept(AccountId account) throws IOException;

  /// Keeps the device, its keys and the list that names it, and spends the token: all or nothing.
  /// The same again changes nothing.
  Outcome add(LinkedDevice device, Bytes secretHash, Spend token) throws IOException;

  /// Keeps a list that lacks devices, and deletes all there is of those. The same again changes
  /// nothing.
  Outcome replace(SignedDeviceList list) throws IOException;

  /// @param list serialized, as the account signed it
  record Kept(Bytes identityKey, Bytes list, Bytes signature) {}

  /// A token that is good once.
  record Spend(String tokenId, Instant expiresAt) {}

  /// What became of a list.
  sealed interface Outcome {
    /// It is kept.
    ///
    /// @param dropped devices that are gone with it
    record Kept(List<DeviceAddress> dropped) implements Outcome {
      public Kept {
        dropped = List.copyOf(dropped);
      }
    }

    /// It is not the next list of the devices that there are.
    record Outdated() implements Outcome {}

    /// The token was used before.
    record Spent() implements Outcome {}

    /// There is no such account.
    record NoAccount() implements Outcome {}
  }
}
