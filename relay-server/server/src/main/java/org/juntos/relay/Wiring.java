package org.juntos.relay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.access.Access;
import org.juntos.relay.access.AccessKeys;
import org.juntos.relay.account.Suspensions;
import org.juntos.relay.admin.ConsolePassword;
import org.juntos.relay.admin.Site;
import org.juntos.relay.admin.console.Console;
import org.juntos.relay.admin.console.Sights;
import org.juntos.relay.admission.Way;
import org.juntos.relay.admission.WaysIn;
import org.juntos.relay.audit.Audit;
import org.juntos.relay.blob.Blobs;
import org.juntos.relay.http.AddressLog;
import org.juntos.relay.http.CodeOffer;
import org.juntos.relay.http.CodeRole;
import org.juntos.relay.http.HttpServer;
import org.juntos.relay.http.Operations;
import org.juntos.relay.http.Readiness;
import org.juntos.relay.http.Services;
import org.juntos.relay.http.Waking;
import org.juntos.relay.mailbox.Mailboxes;
import org.juntos.relay.metric.RelayMetrics;
import org.juntos.relay.otp.ContactKind;
import org.juntos.relay.prekey.KeyRules;
import org.juntos.relay.prekey.Prekeys;
import org.juntos.relay.presence.Presence;
import org.juntos.relay.presence.Sightings;
import org.juntos.relay.profile.Profiles;
import org.juntos.relay.provisioning.Provisioning;
import org.juntos.relay.push.Pushes;
import org.juntos.relay.sealed.CertificateAuthority;
import org.juntos.relay.sealed.KeyChecks;
import org.juntos.relay.store.KeyFiles;
import org.juntos.relay.store.OtpStore;
import org.juntos.relay.store.Store;
import org.juntos.relay.store.StoreUnusableException;
import org.juntos.relay.token.ForeignKeys;
import org.juntos.relay.token.KeySource;
import org.juntos.relay.token.PublishedKeys;
import org.juntos.relay.token.TokenKind;
import org.juntos.relay.token.TokenVerifier;
import org.juntos.relay.token.TrustedKeys;
import org.juntos.wire.AccountId;
import org.juntos.wire.Paths;

/// Makes the parts of the account role and joins them.
final class Wiring {
  private static final Duration KEYS_PATIENCE = Duration.ofSeconds(3);

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
    return Store.open(options.data(), options.limits(), clock, metrics.commits(), random);
  }

  RelayMetrics metrics() {
    return metrics;
  }

  /// The roles that requests are passed on to.
  ///
  /// @param otp null when codes are sent elsewhere
  /// @param pin of the key that clients meet; empty when there is none to pin
  Services services(
      Store store, @Nullable OtpRole otp, Audit audit, Readiness readiness, String pin)
      throws IOException {
    var limits = options.limits();
    var authority = authority(store);
    var presence = new Presence(clock);
    var suspensions = Suspensions.in(store.suspensions(), presence::suspended);
    var push = new PushWiring(options.operating().push(), options.publicAddress(), clock);
    var waking = push.waking(store, presence, metrics.pushes(), random);
    var mailboxes = mailboxes(store, audit, presence, waking);
    var access = access(store, mailboxes, presence);
    var rules = new KeyRules(new KeyChecks());
    var gone = gone(presence, suspensions, waking.pushes(), access);
    var shown = shown(store, audit, access, presence);
    var admissions = new TokenVerifier(TokenKind.ADMISSION, trusted(otp), clock);
    var made = accounts(store, otp).make(admissions, rules, presence, suspensions, shown, gone);
    return new Services(
        offer(otp),
        otp == null ? null : otp.service(),
        otp == null ? WaysIn.NONE : otp.waysIn(),
        made.accounts(),
        made.devices(),
        new Provisioning(store.provisioning(), limits.codes().perAddressPerHour(), clock, random),
        new Prekeys(
            store.prekeys(), rules, limits.bundleHandOutsPerHour(), clock, presence::prekeysLow),
        authority,
        mailboxes,
        access,
        shown.blobs(),
        presence,
        limits,
        operations(readiness, suspensions),
        Listing.of(options, pin, authority, clock.instant()),
        store.held(),
        waking,
        made.ofAccounts(),
        GroupWiring.make(store, mailboxes, authority, limits, clock));
  }

  private AccountWiring accounts(Store store, @Nullable OtpRole otp) {
    var codes = otp == null ? null : otp.service();
    return new AccountWiring(store, options.limits().accounts(), clock, random, codes);
  }

  private CertificateAuthority authority(Store store) throws IOException {
    return new CertificateAuthority(
        key(store, "certificates", CertificateAuthority::newKeys), clock);
  }

  /// The otp role's side of a process that has no other.
  CodeRole codes(OtpRole otp, Readiness readiness) {
    return new CodeRole(
        offer(otp),
        otp.service(),
        otp.waysIn(),
        options.limits(),
        operations(readiness, Suspensions.none()));
  }

  private Operations operations(Readiness readiness, Suspensions suspensions) {
    var addresses =
        new AddressLog(clock.instant().plus(options.operating().addressesLogged()), clock);
    return new Operations(metrics.traffic(), readiness, suspensions, addresses);
  }

  private Mailboxes mailboxes(Store store, Audit audit, Presence presence, Waking waking) {
    var measured = metrics.measured(store.mailboxes(), audit);
    return new Mailboxes(measured, presence, waking.pushes()::stored);
  }

  private Access access(Store store, Mailboxes mailboxes, Presence presence) {
    var keys = new AccessKeys(store.accessKeys(), presence::changed);
    return new Access(keys, mailboxes, options.limits().askedPerDay(), clock);
  }

  private AccountWiring.Shown shown(Store store, Audit audit, Access access, Presence presence) {
    var measured = metrics.measured(store.blobs(), audit);
    int perMinute = options.limits().requests().perAddressPerMinute();
    return new AccountWiring.Shown(
        new Profiles(store.profiles(), access.keys(), options.limits(), clock),
        new Sightings(presence, store.presence(), access.keys(), perMinute, clock),
        new Blobs(measured, options.limits().blobs(), clock, random),
        access.keys());
  }

  private static Consumer<AccountId> gone(
      Presence presence, Suspensions suspensions, Pushes pushes, Access access) {
    return account -> {
      access.keys().forget(account);
      suspensions.forget(account);
      presence.gone(account);
      pushes.forget(account);
    };
  }

  /// The otp role, on what `store` keeps or, when that is null, in a folder of its own; null when
  /// this process does not have it.
  @Nullable OtpRole otp(@Nullable Store store) throws IOException {
    if (!options.otp().has(Role.OTP)) {
      return null;
    }
    var kept = store == null ? OtpStore.open(options.data()) : store.openOtp();
    return OtpRole.open(kept, options, metrics, clock, random);
  }

  private TrustedKeys trusted(@Nullable OtpRole otp) throws RelayStartException {
    var own = otp == null ? PublishedKeys.NONE : otp.service().keys();
    var sources = new ArrayList<KeySource>();
    for (var issuer : options.otp().issuers()) {
      sources.add(source(issuer));
    }
    return new ForeignKeys(own, sources, clock);
  }

  private static KeySource source(String issuer) throws RelayStartException {
    if (!issuer.contains("://")) {
      var file = new KeySource.File(Path.of(issuer));
      try {
        file.read();
        return file;
      } catch (IOException unread) {
        throw new RelayStartException(
            "cannot read the keys of an otp process in " + issuer + ": " + unread.getMessage(),
            unread);
      }
    }
    var address = URI.create(issuer);
    var client = HttpClient.newBuilder().connectTimeout(KEYS_PATIENCE).build();
    return new KeySource.Web(OtpDeliveryText.web(address).resolve(Paths.CODE_KEYS), client);
  }

  /// What the relay's info says of ways to an account.
  private CodeOffer offer(@Nullable OtpRole otp) {
    var kinds = new TreeSet<>(otp == null ? options.otp().kinds() : otp.service().kinds());
    var others = new TreeSet<>(options.admission().ways());
    others.remove(Way.CODE);
    var openId = options.admission().openId();
    var policies =
        Stream.concat(kinds.stream().map(ContactKind::policy), others.stream().map(Way::policy));
    return new CodeOffer(
        policies.toList(), options.otp().addresses(), openId == null ? "" : openId.name());
  }

  /// The operator's web pages; null when nobody is shown them.
  @Nullable Site console(Sights sights) throws IOException {
    var password = new ConsolePassword(options.data());
    return switch (options.operating().console()) {
      case ConsoleAccess.Off() -> null;
      case ConsoleAccess.Local() -> new Console(sights, password, null, clock, random);
      case ConsoleAccess.Behind(var name) -> new Console(sights, password, name, clock, random);
    };
  }

  /// Null keys for plain HTTP.
  HttpServer.Listen listen(ServerKeys keys) {
    return new HttpServer.Listen(
        options.host(),
        options.port(),
        keys.store(),
        ServerKeys.PASSWORD,
        options.operating().drain(),
        options.limits().requests());
  }

  HttpServer.Listen plain() {
    return new HttpServer.Listen(
        options.host(),
        options.port(),
        null,
        "",
        options.operating().drain(),
        options.limits().requests());
  }

  ServerKeys selfSigned(KeyFiles keys) throws StoreUnusableException, RelayStartException {
    return ServerKeys.selfSigned(
        keys.readOrMake("tls.p12", () -> SelfSigned.make(clock.instant(), random)));
  }

  private static byte[] key(Store store, String name, Supplier<byte[]> maker)
      throws StoreUnusableException {
    return store.keys().readOrMake(name, maker);
  }
}
