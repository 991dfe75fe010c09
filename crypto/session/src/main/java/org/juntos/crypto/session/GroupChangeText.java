package org.juntos.crypto.session;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.juntos.wire.Bytes;
import org.signal.libsignal.protocol.InvalidKeyException;

/// What is signed of a change of a group.
final class GroupChangeText {
  private static final String LABEL = "juntos group change v1";

  private GroupChangeText() {}

  static byte[] of(Bytes group, Bytes change, Bytes people) {
    var text = new ByteArrayOutputStream();
    text.writeBytes(LABEL.getBytes(StandardCharsets.US_ASCII));
    text.writeBytes(group.toArray());
    text.writeBytes(change.toArray());
    text.writeBytes(people.toArray());
    return text.toByteArray();
  }

  static boolean isSigned(
      Bytes identityKey, Bytes group, Bytes change, Bytes people, Bytes signature) {
    try {
      return SoundKeys.parse(identityKey)
          .verifySignature(of(group, change, people), signature.toArray());
    } catch (InvalidKeyException _) {
      return false;
    }
  }
}
