package org.juntos.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.relay.sealed.MultiRecipients;
import org.signal.libsignal.metadata.SealedSessionCipher;
import org.signal.libsignal.metadata.certificate.CertificateValidator;
import org.signal.libsignal.metadata.certificate.SenderCertificate;
import org.signal.libsignal.metadata.certificate.ServerCertificate;
import org.signal.libsignal.metadata.protocol.UnidentifiedSenderMessageContent;
import org.signal.libsignal.protocol.IdentityKey;
import org.signal.libsignal.protocol.IdentityKeyPair;
import org.signal.libsignal.protocol.ServiceId.Aci;
import org.signal.libsignal.protocol.SessionBuilder;
import org.signal.libsignal.protocol.SignalProtocolAddress;
import org.signal.libsignal.protocol.ecc.ECKeyPair;
import org.signal.libsignal.protocol.groups.GroupCipher;
import org.signal.libsignal.protocol.groups.GroupSessionBuilder;
import org.signal.libsignal.protocol.kem.KEMKeyPair;
import org.signal.libsignal.protocol.kem.KEMKeyType;
import org.signal.libsignal.protocol.state.PreKeyBundle;
import org.signal.libsignal.protocol.state.impl.InMemorySignalProtocolStore;

/// What the relay makes of a message to many, read with libsignal's client: the relay's modules see
/// only its server.
class ManyRecipientsTest {
  private static final long NOW_MS = 1_800_000_000_000L;
  private static final byte[] TEXT = "hello all".getBytes(StandardCharsets.UTF_8);

  private final ECKeyPair root = ECKeyPair.generate();
  private final Person ana = new Person(101);
  private final Person ben = new Person(102);
  private final Person cem = new Person(103);

  /// One device of somebody.
  private static final class Person {
    private final UUID account = UUID.randomUUID();
    private final IdentityKeyPair identity = IdentityKeyPair.generate();
    private final int registrationId;
    private final InMemorySignalProtocolStore store;

    Person(int registrationId) {
      this.registrationId = registrationId;
      this.store = new InMemorySignalProtocolStore(identity, registrationId);
    }

    SignalProtocolAddress address() {
      return new SignalProtocolAddress(new Aci(account), 1);
    }

    PreKeyBundle bundle() {
      var signed = ECKeyPair.generate();
      var oneTime = ECKeyPair.generate();
      var kyber = KEMKeyPair.generate(KEMKeyType.KYBER_1024);
      var key = identity.getPrivateKey();
      return new PreKeyBundle(
          registrationId,
          1,
          1,
          oneTime.getPublicKey(),
          1,
          signed.getPublicKey(),
          key.calculateSignature(signed.getPublicKey().serialize()),
          new IdentityKey(identity.getPublicKey().getPublicKey()),
          1,
          kyber.getPublicKey(),
          key.calculateSignature(kyber.getPublicKey().serialize()));
    }
  }

  private SenderCertificate certificate() throws Exception {
    var server = ECKeyPair.generate();
    return new ServerCertificate(root.getPrivateKey(), 1, server.getPublicKey())
        .issue(
            server.getPrivateKey(),
            ana.account.toString(),
            Optional.empty(),
            1,
            ana.identity.getPublicKey().getPublicKey(),
            NOW_MS + Duration.ofDays(1).toMillis());
  }

  private byte[] messageToBoth() throws Exception {
    for (var other : List.of(ben, cem)) {
      new SessionBuilder(ana.store, other.address()).process(other.bundle());
    }
    var distribution = UUID.randomUUID();
    var key = new GroupSessionBuilder(ana.store).create(ana.address(), distribution);
    for (var other : List.of(ben, cem)) {
      new GroupSessionBuilder(other.store).process(ana.address(), key);
    }
    var sealed =
        new UnidentifiedSenderMessageContent(
            new GroupCipher(ana.store, ana.address()).encrypt(distribution, TEXT),
            certificate(),
            0,
            Optional.empty());
    return new SealedSessionCipher(ana.store, ana.account, null, 1)
        .multiRecipientEncrypt(List.of(ben.address(), cem.address()), sealed);
  }

  @Test
  void each_device_reads_its_own_begin_with_the_shared_end() throws Exception {
    var parsed = Objects.requireNonNull(MultiRecipients.parse(messageToBoth()));
    assertEquals(2, parsed.recipients().size());
    for (var to : parsed.recipients()) {
      var reader = to.account().value().equals(ben.account) ? ben : cem;
      assertEquals(List.of(new MultiRecipients.Device(1, reader.registrationId)), to.devices());
      var whole = new ByteArrayOutputStream();
      whole.writeBytes(to.head().toArray());
      whole.writeBytes(parsed.shared().toArray());
      var read =
          new SealedSessionCipher(reader.store, reader.account, null, 1)
              .decrypt(new CertificateValidator(root.getPublicKey()), whole.toByteArray(), NOW_MS);
      assertArrayEquals(TEXT, read.getPaddedMessage());
      assertEquals(ana.account.toString(), read.getSenderUuid());
    }
  }
}
