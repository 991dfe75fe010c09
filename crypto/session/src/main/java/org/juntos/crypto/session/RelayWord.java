package org.juntos.crypto.session;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.juntos.wire.Bytes;
import org.signal.libsignal.protocol.InvalidKeyException;

/// What a relay says of itself and signs, under the root that was taken at registration.
public enum RelayWord {
  /// The addresses that it is reached at.
  ADDRESSES("juntos relay list v1"),
  /// What it holds on an account.
  HELD("juntos held v1"),
  /// The public side of its keys for groups.
  GROUPS("juntos group params v1");

  private final String label;

  RelayWord(String label) {
    this.label = label;
  }

  /// Whether `signature` is XEdDSA by `trustRoot` over this kind's label and `message`.
  public boolean isSigned(Bytes trustRoot, Bytes message, Bytes signature) {
    var said = new ByteArrayOutputStream();
    said.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    said.writeBytes(message.toArray());
    try {
      return SoundKeys.parse(trustRoot).verifySignature(said.toByteArray(), signature.toArray());
    } catch (InvalidKeyException _) {
      return false;
    }
  }
}
