package org.juntos.bench.client.mixed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.juntos.wire.DeviceAddress;
import org.signal.libsignal.metadata.SealedSessionCipher;
import org.signal.libsignal.metadata.certificate.CertificateValidator;
import org.signal.libsignal.metadata.certificate.SenderCertificate;
import org.signal.libsignal.metadata.certificate.ServerCertificate;
import org.signal.libsignal.metadata.protocol.UnidentifiedSenderMessageContent;
import org.signal.libsignal.protocol.IdentityKeyPair;
import org.signal.libsignal.protocol.SessionBuilder;
import org.signal.libsignal.protocol.SessionCipher;
import org.signal.libsignal.protocol.SignalProtocolAddress;
import org.signal.libsignal.protocol.ecc.ECKeyPair;
import org.signal.libsignal.protocol.groups.GroupCipher;
import org.signal.libsignal.protocol.groups.GroupSessionBuilder;
import org.signal.libsignal.protocol.kem.KEMKeyPair;
import org.signal.libsignal.protocol.kem.KEMKeyType;
import org.signal.libsignal.protocol.message.PreKeySignalMessage;
import org.signal.libsignal.protocol.message.SignalMessage;
import org.signal.libsignal.protocol.state.KyberPreKeyRecord;
import org.signal.libsignal.protocol.state.PreKeyBundle;
import org.signal.libsignal.protocol.state.SignedPreKeyRecord;
import org.signal.libsignal.protocol.state.impl.InMemorySignalProtocolStore;

/// Two who write to each other with libsignal alone, and to a group of both: all in its own stores
/// in memory, no database, no relay, and nothing that says what a message means.
final class BarePair {
  private static final int REGISTRATION_ID = 4_711;
  private static final int DEVICE = DeviceAddress.PRIMARY_DEVICE;
  private static final Duration VALID = Duration.ofDays(1);

  private final Side author = new Side();
  private final Side reader = new Side();
  private final UUID distribution = UUID.randomUUID();
  private final ECKeyPair root = ECKeyPair.generate();
  private final SenderCertificate certificate = certificate();
  private final SealedSessionCipher sealing =
      new SealedSessionCipher(author.store, author.id, null, DEVICE);
  private final SealedSessionCipher opening =
      new SealedSessionCipher(reader.store, reader.id, null, DEVICE);
  private final CertificateValidator validator = new CertificateValidator(root.getPublicKey());
  private final long now = Instant.now().toEpochMilli();

  private BarePair() {}

  private static final class Side {
    private final UUID id = UUID.randomUUID();
    private final IdentityKeyPair identity = IdentityKeyPair.generate();
    private final InMemorySignalProtocolStore store =
        new InMemorySignalProtocolStore(identity, REGISTRATION_ID);

    SignalProtocolAddress address() {
      return new SignalProtocolAddress(id.toString(), DEVICE);
    }

    /// Its public keys, of which it keeps the private ones.
    PreKeyBundle bundle() {
      var signed = ECKeyPair.generate();
      var kyber = KEMKeyPair.generate(KEMKeyType.KYBER_1024);
      var signature =
          identity.getPrivateKey().calculateSignature(signed.getPublicKey().serialize());
      var proof = identity.getPrivateKey().calculateSignature(kyber.getPublicKey().serialize());
      store.storeSignedPreKey(1, new SignedPreKeyRecord(1, 0, signed, signature));
      store.storeKyberPreKey(1, new KyberPreKeyRecord(1, 0, kyber, proof));
      return new PreKeyBundle(
          REGISTRATION_ID,
          DEVICE,
          PreKeyBundle.NULL_PRE_KEY_ID,
          null,
          1,
          signed.getPublicKey(),
          signature,
          identity.getPublicKey(),
          1,
          kyber.getPublicKey(),
          proof);
    }
  }

  /// With a session in which both have spoken, and a sender key that the reader has.
  static BarePair met() throws Exception {
    var pair = new BarePair();
    var author = pair.author;
    var reader = pair.reader;
    new SessionBuilder(author.store, reader.address()).process(reader.bundle());
    var out = new SessionCipher(author.store, reader.address());
    var in = new SessionCipher(reader.store, author.address());
    in.decrypt(new PreKeySignalMessage(out.encrypt(new byte[1]).serialize()));
    out.decrypt(new SignalMessage(in.encrypt(new byte[1]).serialize()));
    var key = new GroupSessionBuilder(author.store).create(author.address(), pair.distribution);
    new GroupSessionBuilder(reader.store).process(author.address(), key);
    return pair;
  }

  private SenderCertificate certificate() {
    var server = ECKeyPair.generate();
    return new ServerCertificate(root.getPrivateKey(), 1, server.getPublicKey())
        .issue(
            server.getPrivateKey(),
            author.id.toString(),
            Optional.empty(),
            DEVICE,
            author.identity.getPublicKey().getPublicKey(),
            Instant.now().plus(VALID).toEpochMilli());
  }

  /// @param toGroup under the sender key, and not in the session
  byte[] seal(byte[] text, boolean toGroup) throws Exception {
    if (!toGroup) {
      return sealing.encrypt(reader.address(), certificate, text);
    }
    var message = new GroupCipher(author.store, author.address()).encrypt(distribution, text);
    var content =
        new UnidentifiedSenderMessageContent(
            message,
            certificate,
            UnidentifiedSenderMessageContent.CONTENT_HINT_DEFAULT,
            Optional.empty());
    return sealing.encrypt(reader.address(), content);
  }

  void open(byte[] sealed) throws Exception {
    var opened = opening.decrypt(validator, sealed, now);
    if (opened.getPaddedMessage().length == 0) {
      throw new IllegalStateException("nothing is in it");
    }
  }
}
