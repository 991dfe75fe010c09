package org.juntos.store.attachment;

import org.juntos.content.Attachment;

/// An attachment of an entry here on this device.
///
/// @param index position in its message
/// @param attachment `blobId` is empty until an outgoing one is uploaded
/// @param file name of the ciphertext file in the profile's attachment folder; chosen at random.
///   The file holds the same bytes as the blob: encrypted under the attachment's own key.
/// @param transferred ciphertext bytes that are there (down) or at the relay (up); of a file that
///   is being prepared, the share that is done
public record StoredAttachment(
    int index, Attachment attachment, Transfer transfer, String file, long transferred) {
  /// How far it has come.
  public enum Transfer {
    /// Incoming and not asked for yet.
    OFFERED,
    /// Outgoing and not fit to be sent yet: `file` is the original.
    PREPARING,
    WAITING,
    RUNNING,
    DONE,
    CANCELLED,
    FAILED
  }
}
