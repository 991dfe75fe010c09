package org.juntos.relay;

import java.io.IOException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.access.AccessKeys;
import org.juntos.relay.account.AccessTokens;
import org.juntos.relay.account.Accounts;
import org.juntos.relay.account.Admitted;
import org.juntos.relay.account.Attendance;
import org.juntos.relay.account.Devices;
import org.juntos.relay.account.RegistrationLocks;
import org.juntos.relay.account.Suspensions;
import org.juntos.relay.blob.Blobs;
import org.juntos.relay.discovery.Discovery;
import org.juntos.relay.discovery.DiscoveryKey;
import org.juntos.relay.http.OfAccounts;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.name.Names;
import org.juntos.relay.otp.CodeService;
import org.juntos.relay.otp.ContactKind;
import org.juntos.relay.otp.KeyedHash;
import org.juntos.relay.prekey.KeyRules;
import org.juntos.relay.presence.Presence;
import org.juntos.relay.presence.Sightings;
import org.juntos.relay.profile.Profiles;
import org.juntos.relay.report.Reports;
import org.juntos.relay.sealed.NameProofs;
import org.juntos.relay.status.Elapsed;
import org.juntos.relay.status.StatusClock;
import org.juntos.relay.status.Statuses;
import org.juntos.relay.store.Store;
import org.juntos.relay.store.StoreUnusableException;
import org.juntos.relay.token.TokenIssuer;
import org.juntos.relay.token.TokenKeys;
import org.juntos.relay.token.TokenKind;
import org.juntos.relay.token.TokenVerifier;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.discovery.NumberOprf;
import org.juntos.wire.discovery.Ristretto255;

/// Makes accounts and what belongs to them, and joins them.
final class AccountWiring {
  private static final String LOCK_PURPOSE = "juntos registration lock v1";

  private final Store store;
  private final RelayLimits.Accounts limits;
  private final InstantSource clock;
  private final SecureRandom random;
  private final @Nullable CodeService codes;

  /// @param codes where numbers are proved here; null when that is elsewhere
  AccountWiring(
      Store store,
      RelayLimits.Accounts limits,
      InstantSource clock,
      SecureRandom random,
      @Nullable CodeService codes) {
    this.store = store;
    this.limits = limits;
    this.clock = clock;
    this.random = random;
    this.codes = codes;
  }

  /// All of them.
  record Made(Accounts accounts, Devices devices, OfAccounts ofAccounts) {}

  /// What accounts show to those who hold their access key, and what statuses are made of.
  record Shown(Profiles profiles, Sightings sightings, Blobs blobs, AccessKeys keys) {}

  /// @param gone is told of accounts that are deleted or replaced
  Made make(
      TokenVerifier admissions,
      KeyRules rules,
      Presence presence,
      Suspensions suspensions,
      Shown shown,
      Consumer<AccountId> gone)
      throws IOException {
    var admitted = new Admitted(admissions);
    var attendance = new Attendance(store.attendance(), clock, limits, presence::accounts, gone);
    attendance.open(); // before anybody can ask: days on which it was closed count for nobody
    var locks =
        new RegistrationLocks(store.locks(), admitted, attendance, lockHash(), limits.lockDays());
    var names =
        new Names(
            store.names(), new NameProofs(), suspensions::holds, limits.nameLookupsPerDay(), clock);
    var admission = new Accounts.Admission(admitted, locks);
    var keys = TokenKeys.read(store.keys().readOrMake("access", () -> TokenKeys.generate(random)));
    var accounts =
        new Accounts(store.accounts(), rules, accessTokens(keys), admission, attendance, gone);
    return new Made(
        accounts,
        new Devices(store.devices(), accounts, rules, linkTokens(keys), presence::gone),
        new OfAccounts(
            locks,
            names,
            attendance,
            new Reports(store.reports(), clock),
            shown.profiles(),
            shown.sightings(),
            statuses(shown, suspensions),
            discovery(suspensions)));
  }

  private Statuses statuses(Shown shown, Suspensions suspensions) throws IOException {
    var steady = StatusClock.open(store.statuses(), clock, Elapsed.beside(clock));
    return new Statuses(store.statuses(), steady, shown.blobs(), shown.keys(), suspensions::holds);
  }

  /// Null where no number can be proved, and where it is off.
  private @Nullable Discovery discovery(Suspensions suspensions) throws IOException {
    int perDay = limits.numberLookupsPerDay();
    if (codes == null
        || !codes.kinds().contains(ContactKind.PHONE)
        || perDay == RelayLimits.Accounts.NONE) {
      return null;
    }
    var seed = store.keys().readOrMake("discovery", () -> random(DiscoveryKey.SEED_BYTES));
    var key = new DiscoveryKey(new NumberOprf(new Ristretto255()), seed);
    var people = new Discovery.People(codes::named, suspensions::holds);
    return new Discovery(store.discovery(), key, people, perDay, clock, random);
  }

  private UnaryOperator<Bytes> lockHash() throws StoreUnusableException {
    var key = store.keys().readOrMake("locks", () -> random(KeyedHash.KEY_BYTES));
    var hash = new KeyedHash(key);
    return proof -> hash.hash(LOCK_PURPOSE, proof, "");
  }

  private byte[] random(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private AccessTokens accessTokens(KeyPair keys) {
    return new AccessTokens(
        new TokenIssuer(TokenKind.ACCESS, keys.getPrivate(), clock, random),
        new TokenVerifier(TokenKind.ACCESS, keys.getPublic(), clock));
  }

  private Devices.LinkTokens linkTokens(KeyPair keys) {
    return new Devices.LinkTokens(
        new TokenIssuer(TokenKind.LINK, keys.getPrivate(), clock, random),
        new TokenVerifier(TokenKind.LINK, keys.getPublic(), clock));
  }
}
