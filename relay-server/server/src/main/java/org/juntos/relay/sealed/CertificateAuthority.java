package org.juntos.relay.sealed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.signal.libsignal.metadata.certificate.ServerCertificate;
import org.signal.libsignal.protocol.InvalidKeyException;
import org.signal.libsignal.protocol.ServiceId.Aci;
import org.signal.libsignal.protocol.ecc.ECPrivateKey;
import org.signal.libsignal.protocol.ecc.ECPublicKey;

/// Signs who a sender is, for sealed sender, under this relay's own root. Thread-safe.
public final class CertificateAuthority {
  private static final Duration LIFETIME = Duration.ofHours(24);
  private static final int SERVER_KEY_ID = 1;
  private static final int KEY_BYTES = 32;

  private final ECPrivateKey root;
  private final ECPublicKey trustRoot;
  private final ECPrivateKey serverKey;
  private final ServerCertificate server;
  private final InstantSource clock;

  /// @param kept what [#newKeys] made
  /// @throws IllegalArgumentException when it is damaged
  public CertificateAuthority(byte[] kept, InstantSource clock) {
    if (kept.length != 2 * KEY_BYTES) {
      throw new IllegalArgumentException("the certificate keys have 64 bytes, not " + kept.length);
    }
    try {
      this.root = new ECPrivateKey(Arrays.copyOf(kept, KEY_BYTES));
      this.serverKey = new ECPrivateKey(Arrays.copyOfRange(kept, KEY_BYTES, kept.length));
      this.trustRoot = root.publicKey();
      this.server = new ServerCertificate(root, SERVER_KEY_ID, serverKey.publicKey());
    } catch (InvalidKeyException damaged) {
      throw new IllegalArgumentException("the certificate keys are damaged", damaged);
    }
    this.clock = clock;
  }

  /// Fresh private keys of the root and of the server certificate, in the form to keep.
  public static byte[] newKeys() {
    var kept = new byte[2 * KEY_BYTES];
    System.arraycopy(ECPrivateKey.generate().serialize(), 0, kept, 0, KEY_BYTES);
    System.arraycopy(ECPrivateKey.generate().serialize(), 0, kept, KEY_BYTES, KEY_BYTES);
    return kept;
  }

  /// The key that clients pin when they first meet this relay.
  public Bytes trustRoot() {
    return Bytes.of(trustRoot.serialize());
  }

  /// Signs what the relay itself says, under the root.
  ///
  /// @param label what kind of thing it is, so that it can be taken for nothing else
  public Bytes sign(String label, Bytes message) {
    var said = new ByteArrayOutputStream();
    said.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    said.writeBytes(message.toArray());
    return Bytes.of(root.calculateSignature(said.toByteArray()));
  }

  /// States that `sender` has `identityKey`.
  ///
  /// @throws IllegalArgumentException when it is no key
  public Certificate issue(DeviceAddress sender, Bytes identityKey) {
    var expiresAt = clock.instant().plus(LIFETIME).truncatedTo(ChronoUnit.SECONDS);
    try {
      var certificate =
          server.issue(
              serverKey,
              // the overload that takes a ServiceId writes its log form
              new Aci(sender.account().value()).toServiceIdString(),
              Optional.empty(),
              sender.device(),
              new ECPublicKey(identityKey.toArray()),
              expiresAt.toEpochMilli());
      return new Certificate(Bytes.of(certificate.getSerialized()), expiresAt);
    } catch (InvalidKeyException wrong) {
      throw new IllegalArgumentException("no identity key", wrong);
    }
  }

  /// A sender certificate, serialized.
  public record Certificate(Bytes bytes, Instant expiresAt) {}
}
