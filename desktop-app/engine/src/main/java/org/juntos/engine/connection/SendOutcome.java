package org.juntos.engine.connection;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;

/// What became of one [SendRequest].
public sealed interface SendOutcome {
  /// The id of the request.
  long requestId();

  /// Durable at the relay for every addressed device.
  record Accepted(long requestId) implements SendOutcome {}

  /// Nothing was accepted, because some of the addressed devices do not exist.
  ///
  /// @param missing devices that a message for many left out, of accounts that it is for
  record NoSuchDevice(long requestId, List<DeviceAddress> unknown, List<DeviceAddress> missing)
      implements SendOutcome {
    public NoSuchDevice {
      unknown = List.copyOf(unknown);
      missing = List.copyOf(missing);
    }

    /// Of one that leaves nobody out.
    public NoSuchDevice(long requestId, List<DeviceAddress> unknown) {
      this(requestId, unknown, List.of());
    }
  }

  /// Nothing was accepted for now: the same ids and bytes again after `delay`.
  record Later(long requestId, Duration delay) implements SendOutcome {}

  /// Nothing was accepted, because the mailbox of an addressed device is full: the same ids and
  /// bytes again after `delay`, and then more slowly.
  record QueueFull(long requestId, Duration delay) implements SendOutcome {}

  /// Nothing was accepted: too much has gone to people who have not let this account in. The same
  /// ids and bytes again after `delay`.
  record AskedTooOften(long requestId, Duration delay) implements SendOutcome {}

  /// Nothing was accepted: the access key does not open the account, or there is none.
  record Denied(long requestId) implements SendOutcome {}

  /// Nothing was accepted: the leave of a group does not cover those that it is for, or is over.
  record EndorsementDenied(long requestId) implements SendOutcome {}

  /// Will never be accepted as it is.
  ///
  /// @param code null when the relay named one that this version does not know
  record Refused(long requestId, @Nullable ErrorCode code) implements SendOutcome {}
}
