package org.juntos.relay.mailbox;

import org.juntos.wire.Bytes;

/// A connected device, as the mailboxes see it. Its methods return at once.
public interface Recipient {
  /// An envelope of this device is on disk. Called in the order of sequences, on the store's
  /// thread.
  void stored(StoredEnvelope envelope);

  /// Something that is forwarded and never kept.
  void ephemeral(Bytes ciphertext);
}
