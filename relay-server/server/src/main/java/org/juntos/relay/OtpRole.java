package org.juntos.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.admission.AdmissionSigner;
import org.juntos.relay.admission.Way;
import org.juntos.relay.admission.WaysIn;
import org.juntos.relay.metric.RelayMetrics;
import org.juntos.relay.otp.CodeSecrets;
import org.juntos.relay.otp.CodeSender;
import org.juntos.relay.otp.CodeService;
import org.juntos.relay.otp.ContactKind;
import org.juntos.relay.otp.KeyedHash;
import org.juntos.relay.otp.Senders;
import org.juntos.relay.store.OtpStore;
import org.juntos.relay.store.StoreUnusableException;
import org.juntos.relay.token.PublishedKeys;
import org.juntos.relay.token.TokenIssuer;
import org.juntos.relay.token.TokenKeys;
import org.juntos.relay.token.TokenKind;

/// The otp role, open: the code service with its senders, the other ways in, and what it keeps.
record OtpRole(CodeService service, WaysIn waysIn, Senders senders, OtpStore store)
    implements AutoCloseable {
  /// Opens it on `store`, which is closed again when that cannot be done.
  static OtpRole open(
      OtpStore store,
      RelayOptions options,
      RelayMetrics metrics,
      InstantSource clock,
      SecureRandom random)
      throws IOException {
    var opened = false;
    try {
      var senders = senders(options, metrics, new SenderWiring(clock, random, System.getenv()));
      var secrets = secrets(store, options.otp(), clock, random);
      var service =
          new CodeService(
              options.limits().codes(),
              options.otp().countries(),
              senders,
              secrets,
              store.codes(),
              clock);
      var signer = new AdmissionSigner(secrets.hash(), secrets.admissions());
      var waysIn =
          new WaysInWiring(options.admission(), signer, clock, random).of(store, System.getenv());
      opened = true;
      return new OtpRole(service, waysIn, senders, store);
    } finally {
      if (!opened) {
        store.close();
      }
    }
  }

  private static Senders senders(RelayOptions options, RelayMetrics metrics, SenderWiring wiring)
      throws RelayStartException {
    var senders = new EnumMap<ContactKind, CodeSender>(ContactKind.class);
    if (!options.admission().has(Way.CODE)) {
      return new Senders(senders);
    }
    for (var channel : options.otp().channels().entrySet()) {
      senders.put(channel.getKey(), metrics.measured(wiring.sender(channel.getValue())));
    }
    return new Senders(senders);
  }

  private static CodeSecrets secrets(
      OtpStore store, OtpOptions options, InstantSource clock, SecureRandom random)
      throws StoreUnusableException, RelayStartException {
    var pair =
        TokenKeys.read(store.keys().readOrMake("admission", () -> TokenKeys.generate(random)));
    var hash = new KeyedHash(hashKey(store, options.hashKey(), random));
    return new CodeSecrets(
        hash,
        new TokenIssuer(TokenKind.ADMISSION, pair.getPrivate(), clock, random),
        new PublishedKeys(List.of(pair.getPublic()), hash.fingerprint().hex()),
        random);
  }

  private static byte[] hashKey(OtpStore store, @Nullable Path shared, SecureRandom random)
      throws StoreUnusableException, RelayStartException {
    if (shared == null) {
      return store
          .keys()
          .readOrMake(
              "number-hash",
              () -> {
                var key = new byte[KeyedHash.KEY_BYTES];
                random.nextBytes(key);
                return key;
              });
    }
    try {
      var key = Files.readAllBytes(shared);
      if (key.length == KeyedHash.KEY_BYTES) {
        return key;
      }
    } catch (IOException failed) {
      throw new RelayStartException("cannot read the hash key " + shared, failed);
    }
    throw new RelayStartException(shared + " is no hash key: it must have 32 bytes");
  }

  /// Forgets what is over.
  void sweep() throws IOException {
    service.sweep();
    waysIn.sweep();
  }

  @Override
  public void close() throws IOException {
    senders.close();
    waysIn.close();
    store.close();
  }
}
