package org.juntos.engine.connection;

import org.juntos.wire.Bytes;

/// Something that a relay says of itself, with its signature, not verified yet.
///
/// @param message empty when the relay says nothing of the kind
public record SignedWord(Bytes message, Bytes signature) {
  /// Of a relay that says nothing.
  public static final SignedWord NONE = new SignedWord(Bytes.EMPTY, Bytes.EMPTY);
}
