package org.juntos.crypto.session;

import java.time.Instant;
import org.juntos.crypto.record.ProtocolRecords;
import org.juntos.crypto.record.ProtocolRecords.PrekeyKind;
import org.juntos.wire.Bytes;
import org.signal.libsignal.protocol.ecc.ECKeyPair;
import org.signal.libsignal.protocol.kem.KEMKeyPair;
import org.signal.libsignal.protocol.kem.KEMKeyType;
import org.signal.libsignal.protocol.state.KyberPreKeyRecord;
import org.signal.libsignal.protocol.state.PreKeyRecord;
import org.signal.libsignal.protocol.state.SignedPreKeyRecord;

/// Makes one prekey after the other and stores the private half of each.
///
/// @param now what signed and Kyber prekeys say when they were made
record PrekeyMaker(ProtocolRecords records, OwnIdentity own, Instant now) {
  SignedPublicPrekey signed() {
    int id = records.nextPrekeyId(PrekeyKind.SIGNED);
    var pair = ECKeyPair.generate();
    var publicKey = pair.getPublicKey().serialize();
    var signature = own.sign(publicKey);
    var record = new SignedPreKeyRecord(id, now.toEpochMilli(), pair, signature);
    records.putPrekey(PrekeyKind.SIGNED, id, record.serialize());
    return new SignedPublicPrekey(id, Bytes.of(publicKey), Bytes.of(signature));
  }

  PublicPrekey oneTime() {
    int id = records.nextPrekeyId(PrekeyKind.ONE_TIME);
    var pair = ECKeyPair.generate();
    records.putPrekey(PrekeyKind.ONE_TIME, id, new PreKeyRecord(id, pair).serialize());
    return new PublicPrekey(id, SoundKeys.bytes(pair.getPublicKey()));
  }

  SignedPublicPrekey oneTimeKyber() {
    return kyber(PrekeyKind.ONE_TIME_KYBER);
  }

  SignedPublicPrekey lastResort() {
    return kyber(PrekeyKind.LAST_RESORT_KYBER);
  }

  /// A message names a Kyber prekey by id alone, so ids of both kinds come from one counter.
  private SignedPublicPrekey kyber(PrekeyKind kind) {
    int id = records.nextPrekeyId(PrekeyKind.ONE_TIME_KYBER);
    var pair = KEMKeyPair.generate(KEMKeyType.KYBER_1024);
    var publicKey = pair.getPublicKey().serialize();
    var signature = own.sign(publicKey);
    var record = new KyberPreKeyRecord(id, now.toEpochMilli(), pair, signature);
    records.putPrekey(kind, id, record.serialize());
    return new SignedPublicPrekey(id, Bytes.of(publicKey), Bytes.of(signature));
  }
}
