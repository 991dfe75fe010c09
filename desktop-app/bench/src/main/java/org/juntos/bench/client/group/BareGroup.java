package org.juntos.bench.client.group;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.juntos.wire.DeviceAddress;
import org.signal.libsignal.metadata.SealedSessionCipher;
import org.signal.libsignal.metadata.certificate.SenderCertificate;
import org.signal.libsignal.metadata.certificate.ServerCertificate;
import org.signal.libsignal.metadata.protocol.UnidentifiedSenderMessageContent;
import org.signal.libsignal.protocol.IdentityKey;
import org.signal.libsignal.protocol.IdentityKeyPair;
import org.signal.libsignal.protocol.InvalidKeyException;
import org.signal.libsignal.protocol.InvalidRegistrationIdException;
import org.signal.libsignal.protocol.NoSessionException;
import org.signal.libsignal.protocol.SessionBuilder;
import org.signal.libsignal.protocol.SignalProtocolAddress;
import org.signal.libsignal.protocol.UntrustedIdentityException;
import org.signal.libsignal.protocol.ecc.ECKeyPair;
import org.signal.libsignal.protocol.groups.GroupCipher;
import org.signal.libsignal.protocol.groups.GroupSessionBuilder;
import org.signal.libsignal.protocol.kem.KEMKeyPair;
import org.signal.libsignal.protocol.kem.KEMKeyType;
import org.signal.libsignal.protocol.state.PreKeyBundle;
import org.signal.libsignal.protocol.state.impl.InMemorySignalProtocolStore;

/// What libsignal alone does for a message to a group: a sender key, a session with each of the
/// others, all in its own store in memory; no database, no leave to send, no relay.
final class BareGroup {
  private static final int REGISTRATION_ID = 4_711;
  private static final Duration VALID = Duration.ofDays(1);

  private final UUID self = UUID.randomUUID();
  private final UUID distribution = UUID.randomUUID();
  private final IdentityKeyPair own = IdentityKeyPair.generate();
  private final InMemorySignalProtocolStore store =
      new InMemorySignalProtocolStore(own, REGISTRATION_ID);
  private final SenderCertificate certificate = certificate();
  private final List<SignalProtocolAddress> others = new ArrayList<>();

  private BareGroup() {}

  /// With so many members, of whom this is one.
  static BareGroup of(int members) throws InvalidKeyException, UntrustedIdentityException {
    var group = new BareGroup();
    new GroupSessionBuilder(group.store).create(group.address(), group.distribution);
    for (int i = 1; i < members; i++) {
      group.meet(new SignalProtocolAddress(UUID.randomUUID().toString(), 1));
    }
    return group;
  }

  private void meet(SignalProtocolAddress other)
      throws InvalidKeyException, UntrustedIdentityException {
    var identity = IdentityKeyPair.generate();
    var signed = ECKeyPair.generate().getPublicKey();
    var kyber = KEMKeyPair.generate(KEMKeyType.KYBER_1024).getPublicKey();
    var bundle =
        new PreKeyBundle(
            REGISTRATION_ID,
            DeviceAddress.PRIMARY_DEVICE,
            PreKeyBundle.NULL_PRE_KEY_ID,
            null,
            1,
            signed,
            identity.getPrivateKey().calculateSignature(signed.serialize()),
            new IdentityKey(identity.getPublicKey().getPublicKey()),
            1,
            kyber,
            identity.getPrivateKey().calculateSignature(kyber.serialize()));
    new SessionBuilder(store, other).process(bundle);
    others.add(other);
  }

  private SignalProtocolAddress address() {
    return new SignalProtocolAddress(self.toString(), DeviceAddress.PRIMARY_DEVICE);
  }

  private SenderCertificate certificate() {
    var root = ECKeyPair.generate();
    var server = ECKeyPair.generate();
    return new ServerCertificate(root.getPrivateKey(), 1, server.getPublicKey())
        .issue(
            server.getPrivateKey(),
            self.toString(),
            Optional.empty(),
            DeviceAddress.PRIMARY_DEVICE,
            own.getPublicKey().getPublicKey(),
            Instant.now().plus(VALID).toEpochMilli());
  }

  /// The message for all of them.
  byte[] seal(byte[] text)
      throws NoSessionException,
          InvalidKeyException,
          InvalidRegistrationIdException,
          UntrustedIdentityException {
    var message = new GroupCipher(store, address()).encrypt(distribution, text);
    var content =
        new UnidentifiedSenderMessageContent(
            message,
            certificate,
            UnidentifiedSenderMessageContent.CONTENT_HINT_DEFAULT,
            Optional.empty());
    return new SealedSessionCipher(store, self, null, DeviceAddress.PRIMARY_DEVICE)
        .multiRecipientEncrypt(others, content);
  }
}
