package org.juntos.relay.prekey;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// The keys of all devices, durable. Thread-safe.
public interface PrekeyStore {
  /// Keeps `keys`. A one-time id that is there or was handed out before is left out, so that a
  /// repeated upload never brings a used key back; beyond the limit the oldest go.
  ///
  /// @return false when there is no such device
  boolean add(DeviceAddress device, DeviceKeys keys) throws IOException;

  /// Takes one bundle for each device of `account`; a one-time key is in one bundle only. Null when
  /// there is no such account.
  @Nullable HandOut handOut(AccountId account) throws IOException;

  /// What `device` has left; null when there is no such device.
  @Nullable KeyCount count(DeviceAddress device) throws IOException;

  /// The identity key of `account`; null when there is no such account.
  @Nullable Bytes identityKey(AccountId account) throws IOException;

  /// Forgets at most `atMost` ids that were handed out long before `now`; returns how many.
  int forgetGiven(Instant now, int atMost) throws IOException;
}
