package org.juntos.content;

import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// For whom a content is.
public sealed interface Audience {
  /// One device.
  record Device(DeviceAddress address) implements Audience {}

  /// All who were members of a group after one of its changes.
  ///
  /// @param revision the newest change that the sender knows
  /// @param head its hash, 32 bytes: two different changes of one revision are found out by it
  record Group(int revision, Bytes head) implements Audience {
    private static final int HEAD_BYTES = 32;

    public Group {
      if (revision < 0 || head.size() != HEAD_BYTES) {
        throw new IllegalArgumentException("no change of a group");
      }
    }
  }
}
