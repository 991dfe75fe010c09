package org.juntos.relay.mailbox;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.juntos.wire.DeviceAddress;

/// The queues of all devices, durable. Thread-safe.
public interface MailboxStore {
  /// Appends all of `envelopes` or none; an id that its destination got lately is left out and
  /// counts as kept.
  ///
  /// `whenDecided` runs once, after the commit is on disk, in commit order over all calls, on a
  /// thread that must not be held up.
  void append(List<Envelope> envelopes, Consumer<Appended> whenDecided);

  /// Appends all copies or none, as [#append(List, Consumer)] does; only when they are for exactly
  /// the devices that their accounts have.
  void append(FanOut fanOut, Consumer<Appended> whenDecided);

  /// Deletes envelopes of one mailbox for good; those that are not there are ignored. `whenDone`
  /// runs after the commit, or after it failed: then the envelopes are delivered again on the next
  /// stream.
  void acknowledge(DeviceAddress device, List<Acknowledged> envelopes, Runnable whenDone);

  /// `told` runs each time after all appends and acknowledgements that shared a commit have been
  /// decided, on the same thread.
  void afterEachCommit(Runnable told);

  /// Envelopes after `sequence`, in order, until `maxBytes` are reached: at least one when there is
  /// one.
  Page read(DeviceAddress device, long sequence, int maxBytes) throws IOException;

  /// Deletes at most `atMost` envelopes accepted before `before`, oldest first in each mailbox;
  /// returns how many. Looks on from where it ended the last time.
  int expire(Instant before, int atMost) throws IOException;

  /// Forgets ids that are beyond what is remembered, at most `atMost` commits' worth; returns how
  /// many commits.
  int forgetRepeats(int atMost) throws IOException;

  /// An envelope that its device has.
  ///
  /// @param bytes of the ciphertext
  record Acknowledged(long sequence, int bytes) {}

  /// A run of a mailbox.
  ///
  /// @param end whether the mailbox ended here when it was read
  record Page(List<StoredEnvelope> envelopes, boolean end) {
    public Page {
      envelopes = List.copyOf(envelopes);
    }
  }
}
