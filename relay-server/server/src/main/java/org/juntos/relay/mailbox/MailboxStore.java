package org.juntos.relay.mailbox;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.juntos.wire.DeviceAddress;

/// The queues of all devices, durable. Thread-safe.
public interface MailboxStore {
  /// Appends all of `envelopes` or none; an id that its destination has or had already is left out
  /// and counts as kept.
  ///
  /// `whenDecided` runs once, after the commit is on disk, in commit order over all calls, on a
  /// thread that must not be held up.
  void append(List<Envelope> envelopes, Consumer<Appended> whenDecided);

  /// Deletes envelopes of one mailbox for good and remembers their ids for a while; unknown ids are
  /// ignored. `whenDone` runs after the commit, or after it failed: then the envelopes are
  /// delivered again on the next stream.
  void acknowledge(DeviceAddress device, List<UUID> ids, Runnable whenDone);

  /// Envelopes after `sequence`, in order, until `maxBytes` are reached: at least one when there is
  /// one.
  Page read(DeviceAddress device, long sequence, int maxBytes) throws IOException;

  /// Deletes at most `atMost` envelopes accepted before `before`; returns how many.
  int expire(Instant before, int atMost) throws IOException;

  /// Forgets at most `atMost` acknowledged ids from before `before` or beyond the number that is
  /// kept; returns how many.
  int forgetRepeats(Instant before, long keep, int atMost) throws IOException;

  /// A run of a mailbox.
  ///
  /// @param end whether the mailbox ended here when it was read
  record Page(List<StoredEnvelope> envelopes, boolean end) {
    public Page {
      envelopes = List.copyOf(envelopes);
    }
  }
}
