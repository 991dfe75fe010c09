package org.juntos.store.status;

import java.time.Instant;
import org.juntos.content.MessageId;
import org.juntos.content.StatusContent;
import org.juntos.wire.AccountId;

/// A status here on this device that is not over.
///
/// @param until when it is over, by the clock of the author's relay
/// @param localUntil the same by the clock of this device: whichever comes first
/// @param file name of its ciphertext file in the profile's attachment folder; empty of a text
/// @param upload the relay's name of its file, once that has begun to go there; empty otherwise
/// @param failure code of what is wrong; empty when nothing is
/// @param viewed whether the person has seen it
public record StoredStatus(
    AccountId author,
    MessageId id,
    StatusContent.Posted content,
    State state,
    Instant until,
    Instant localUntil,
    String file,
    String upload,
    String failure,
    boolean viewed) {
  /// How far it is.
  public enum State {
    /// One's own, and the relay has not taken it yet.
    WAITING,
    /// One's own, and the relay has refused it, or its file cannot be sent.
    REFUSED,
    /// The relay has taken it; its file is not here and nobody has asked for it.
    OFFERED,
    /// Its file is to be fetched.
    WANTED,
    /// All of it is here; one's own is at the relay, too.
    HERE,
    /// Its file cannot be had.
    FAILED,
    /// Over or deleted: nothing is left but that it was.
    OVER
  }
}
