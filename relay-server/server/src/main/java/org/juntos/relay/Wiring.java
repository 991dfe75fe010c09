package org.juntos.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.juntos.relay.account.Accounts;
import org.juntos.relay.account.Suspensions;
import org.juntos.relay.audit.Audit;
import org.juntos.relay.blob.Blobs;
import org.juntos.relay.http.AddressLog;
import org.juntos.relay.http.HttpServer;
import org.juntos.relay.http.Operations;
import org.juntos.relay.http.Services;
import org.juntos.relay.mailbox.Mailboxes;
import org.juntos.relay.metric.RelayMetrics;
import org.juntos.relay.otp.CodeSender;
import org.juntos.relay.otp.CodeService;
import org.juntos.relay.otp.ConsoleCodeSender;
import org.juntos.relay.otp.FileCodeSender;
import org.juntos.relay.otp.KeyedHash;
import org.juntos.relay.prekey.KeyRules;
import org.juntos.relay.prekey.Prekeys;
import org.juntos.relay.presence.Presence;
import org.juntos.relay.sealed.CertificateAuthority;
import org.juntos.relay.sealed.KeyChecks;
import org.juntos.relay.store.Store;
import org.juntos.relay.store.StoreUnusableException;
import org.juntos.relay.token.TokenIssuer;
import org.juntos.relay.token.TokenKeys;
import org.juntos.relay.token.TokenKind;
import org.juntos.relay.token.TokenVerifier;
import org.juntos.wire.AccountId;

/// Makes the parts of a relay and joins them: the only place that calls their constructors.
final class Wiring {
  private final RelayOptions options;
  private final InstantSource clock;
  private final SecureRandom random;
  private final RelayMetrics metrics = new RelayMetrics();

  Wiring(RelayOptions options, InstantSource clock, SecureRandom random) {
    this.options = options;
    this.clock = clock;
    this.random = random;
  }

  Store store() throws StoreUnusableException {
    return Store.open(options.data(), options.limits(), clock, metrics.commits());
  }

  RelayMetrics metrics() {
    return metrics;
  }

  Services services(Store store) throws IOException {
    return services(store, new Audit(store.audit(), clock), new Health(store, clock));
  }

  Services services(Store store, Audit audit, Health health) throws IOException {
    var limits = options.limits();
    var presence = new Presence();
    var suspensions = Suspensions.in(store.suspensions(), presence::suspended);
    var rules = new KeyRules(new KeyChecks());
    var admission = TokenKeys.read(key(store, "admission", () -> TokenKeys.generate(random)));
    var codes =
        new CodeService(
            limits.codes(),
            metrics.measured(sender()),
            new TokenIssuer(TokenKind.ADMISSION, admission.getPrivate(), clock, random),
            new KeyedHash(key(store, "number-hash", this::hashKey)),
            clock,
            random);
    var admissions = new TokenVerifier(TokenKind.ADMISSION, admission.getPublic(), clock);
    return new Services(
        codes,
        accounts(store, rules, admissions, gone(presence, suspensions)),
        new Prekeys(
            store.prekeys(), rules, limits.bundleHandOutsPerHour(), clock, presence::prekeysLow),
        new CertificateAuthority(key(store, "certificates", CertificateAuthority::newKeys), clock),
        new Mailboxes(metrics.measured(store.mailboxes(), audit), presence),
        new Blobs(metrics.measured(store.blobs(), audit), limits.blobs(), clock, random),
        presence,
        limits,
        new Operations(metrics.traffic(), health, suspensions, addresses()));
  }

  private AddressLog addresses() {
    return new AddressLog(clock.instant().plus(options.operating().addressesLogged()), clock);
  }

  private static Consumer<AccountId> gone(Presence presence, Suspensions suspensions) {
    return account -> {
      suspensions.forget(account);
      presence.gone(account);
    };
  }

  private Accounts accounts(
      Store store, KeyRules rules, TokenVerifier admissions, Consumer<AccountId> gone)
      throws StoreUnusableException {
    var access = TokenKeys.read(key(store, "access", () -> TokenKeys.generate(random)));
    return new Accounts(
        store.accounts(),
        rules,
        admissions,
        new TokenIssuer(TokenKind.ACCESS, access.getPrivate(), clock, random),
        new TokenVerifier(TokenKind.ACCESS, access.getPublic(), clock),
        gone);
  }

  private CodeSender sender() throws RelayStartException {
    return switch (options.otp()) {
      case OtpDelivery.ToLog() -> new ConsoleCodeSender(System.out);
      case OtpDelivery.ToFile(var file) -> {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(Files.exists(file) ? file : folder)) {
          throw new RelayStartException("cannot write one-time codes to " + file);
        }
        yield new FileCodeSender(file);
      }
    };
  }

  /// Null keys for plain HTTP.
  HttpServer.Listen listen(ServerKeys keys) {
    return new HttpServer.Listen(
        options.host(),
        options.port(),
        keys.store(),
        ServerKeys.PASSWORD,
        options.operating().drain());
  }

  HttpServer.Listen plain() {
    return new HttpServer.Listen(
        options.host(), options.port(), null, "", options.operating().drain());
  }

  ServerKeys selfSigned(Store store) throws StoreUnusableException, RelayStartException {
    return ServerKeys.selfSigned(
        key(store, "tls.p12", () -> ServerKeys.newSelfSigned(clock.instant(), random)));
  }

  private byte[] hashKey() {
    var key = new byte[KeyedHash.KEY_BYTES];
    random.nextBytes(key);
    return key;
  }

  private static byte[] key(Store store, String name, Supplier<byte[]> maker)
      throws StoreUnusableException {
    return store.keys().readOrMake(name, maker);
  }
}
