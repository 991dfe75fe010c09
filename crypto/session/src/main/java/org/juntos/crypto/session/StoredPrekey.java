package org.juntos.crypto.session;

import java.time.Instant;
import org.juntos.crypto.record.ProtocolRecords.PrekeyKind;
import org.juntos.wire.Bytes;
import org.signal.libsignal.protocol.InvalidKeyException;
import org.signal.libsignal.protocol.InvalidMessageException;
import org.signal.libsignal.protocol.state.KyberPreKeyRecord;
import org.signal.libsignal.protocol.state.SignedPreKeyRecord;

/// What rotation has to know of a stored signed or Kyber prekey.
record StoredPrekey(Instant madeAt, SignedPublicPrekey publicHalf) {
  static StoredPrekey read(PrekeyKind kind, byte[] record) {
    try {
      return kind == PrekeyKind.SIGNED ? signed(record) : kyber(record);
    } catch (InvalidMessageException | InvalidKeyException e) {
      throw new IllegalStateException("a record of the protocol store is damaged", e);
    }
  }

  private static StoredPrekey signed(byte[] record)
      throws InvalidMessageException, InvalidKeyException {
    var key = new SignedPreKeyRecord(record);
    var publicKey = Bytes.of(key.getKeyPair().getPublicKey().serialize());
    return of(key.getTimestamp(), key.getId(), publicKey, key.getSignature());
  }

  private static StoredPrekey kyber(byte[] record)
      throws InvalidMessageException, InvalidKeyException {
    var key = new KyberPreKeyRecord(record);
    var publicKey = Bytes.of(key.getKeyPair().getPublicKey().serialize());
    return of(key.getTimestamp(), key.getId(), publicKey, key.getSignature());
  }

  private static StoredPrekey of(long millis, int id, Bytes publicKey, byte[] signature) {
    return new StoredPrekey(
        Instant.ofEpochMilli(millis), new SignedPublicPrekey(id, publicKey, Bytes.of(signature)));
  }
}
