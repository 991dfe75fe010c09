package org.juntos.relay.presence;

import org.juntos.relay.mailbox.Recipient;

/// The stream of a connected device. Its methods return at once.
public interface DeviceLink extends Recipient {
  /// One-time prekeys run low.
  void prekeysLow();

  /// Ends the stream.
  void end(Ending why);

  /// Why a stream ends.
  enum Ending {
    /// The device opened another one.
    REPLACED,
    /// The account or the device is gone.
    GONE,
    /// The operator keeps the account out for now.
    SUSPENDED
  }
}
