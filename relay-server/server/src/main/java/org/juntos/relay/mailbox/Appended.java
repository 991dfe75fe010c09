package org.juntos.relay.mailbox;

import java.time.Duration;
import java.util.List;
import org.juntos.wire.DeviceAddress;

/// What became of the envelopes of one send: all of them, or none.
public sealed interface Appended {
  /// On disk for every destination. `fresh` leaves out the repeats.
  record Durable(List<Fresh> fresh) implements Appended {
    public Durable {
      fresh = List.copyOf(fresh);
    }
  }

  /// Nothing was kept: these destinations do not exist.
  record NoSuchDevice(List<DeviceAddress> unknown) implements Appended {
    public NoSuchDevice {
      unknown = List.copyOf(unknown);
    }
  }

  /// Nothing was kept: accounts have other devices than those that are addressed.
  ///
  /// @param unknown addressed devices that are not there, or not any more what the sender knows
  /// @param missing devices that are there and are not addressed
  record OtherDevices(List<DeviceAddress> unknown, List<DeviceAddress> missing)
      implements Appended {
    public OtherDevices {
      unknown = List.copyOf(unknown);
      missing = List.copyOf(missing);
    }
  }

  /// Nothing was kept: the disk is full, or the store failed or is overloaded. The same again after
  /// `delay`.
  record Later(Duration delay) implements Appended {}

  /// Nothing was kept: the queue of a destination is full. The same again after `delay`.
  record QueueFull(Duration delay) implements Appended {}

  /// One envelope that was not there before.
  record Fresh(DeviceAddress destination, StoredEnvelope envelope) {}
}
