package org.juntos.engine.model;

import org.juntos.content.Attachment;
import org.juntos.content.MessageId;

/// An attachment as a bubble shows it.
///
/// @param fileName safe to show and to save under
/// @param risky whether opening it could run something
/// @param bytes plaintext size
/// @param kind FILE until it is known
/// @param transferred ciphertext bytes moved so far, of `transferTotal`; while it is prepared, the
///   share that is done, 0 when that is not known
public record AttachmentView(
    MessageId message,
    int index,
    Attachment.Kind kind,
    String fileName,
    boolean risky,
    String mediaType,
    long bytes,
    Attachment.Preview preview,
    State state,
    long transferred,
    long transferTotal) {
  /// Where it is.
  public enum State {
    /// Incoming, not fetched.
    OFFERED,
    /// Outgoing, and being made fit to be sent: cleaned, made smaller, previewed.
    PREPARING,
    WAITING,
    RUNNING,
    /// Here; outgoing ones also at the relay.
    HERE,
    CANCELLED,
    FAILED
  }
}
