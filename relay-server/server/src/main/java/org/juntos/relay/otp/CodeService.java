package org.juntos.relay.otp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import org.juntos.relay.limit.RateLimit;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.token.SignedToken;
import org.juntos.relay.token.TokenIssuer;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;

/// Proves that somebody holds a phone number: sends a code, checks it, and signs an admission that
/// names the number only by its keyed hash. Sessions live in memory; after a restart people ask for
/// another code. Thread-safe.
public final class CodeService {
  private static final int SESSION_BYTES = 16;
  private static final int CODES = 1_000_000;
  private static final int MAX_SESSIONS = 100_000;
  private static final Duration ADMISSION_LIFETIME = Duration.ofMinutes(15);

  private final RelayLimits.Codes rules;
  private final CodeSender sender;
  private final TokenIssuer admissions;
  private final KeyedHash hash;
  private final InstantSource clock;
  private final SecureRandom random;

  private final PhoneNumbers numbers = new PhoneNumbers();
  private final RateLimit<Bytes> perNumber;
  private final RateLimit<String> perAddress;
  private final Cache<Bytes, LiveCode> bySession;
  private final Cache<Bytes, LiveCode> byNumber;

  /// Sends through `sender`, signs with `admissions`.
  public CodeService(
      RelayLimits.Codes rules,
      CodeSender sender,
      TokenIssuer admissions,
      KeyedHash hash,
      InstantSource clock,
      SecureRandom random) {
    this.rules = rules;
    this.sender = sender;
    this.admissions = admissions;
    this.hash = hash;
    this.clock = clock;
    this.random = random;
    this.perNumber = new RateLimit<>(rules.perNumberPerDay(), Duration.ofDays(1), clock);
    this.perAddress = new RateLimit<>(rules.perAddressPerHour(), Duration.ofHours(1), clock);
    this.bySession = Caffeine.newBuilder().maximumSize(MAX_SESSIONS).build();
    this.byNumber = Caffeine.newBuilder().maximumSize(MAX_SESSIONS).build();
  }

  /// Sends a code to `phoneNumber`; an earlier code for it is void from then on.
  ///
  /// @param networkAddress where the request came from
  public Verdict<CodeSession> start(String phoneNumber, String networkAddress) {
    var number = numbers.normalise(phoneNumber);
    if (number == null) {
      return Verdict.refused(
          ErrorCode.PHONE_NUMBER_INVALID,
          "Give a valid phone number with + and the country code, for instance +4915112345678.");
    }
    var numberHash = hash.phoneNumber(number);
    return allowed(numberHash, networkAddress).then(_ -> send(number, numberHash));
  }

  private synchronized Verdict<Bytes> allowed(Bytes numberHash, String networkAddress) {
    var earlier = byNumber.getIfPresent(numberHash);
    var now = clock.instant();
    if (earlier != null && now.isBefore(earlier.session().resendAt())) {
      return tooMany(
          "A code is on its way to this number.",
          Duration.between(now, earlier.session().resendAt()));
    }
    var wait = perAddress.take(networkAddress);
    if (wait.isZero()) {
      wait = perNumber.take(numberHash);
    }
    return wait.isZero()
        ? Verdict.granted(numberHash)
        : tooMany("Too many codes were asked for.", wait);
  }

  private static Verdict<Bytes> tooMany(String detail, Duration wait) {
    return Verdict.refused(ErrorCode.RATE_LIMITED, detail, wait);
  }

  private Verdict<CodeSession> send(String number, Bytes numberHash) {
    var code = String.format(Locale.ROOT, "%06d", random.nextInt(CODES));
    var session = newSession();
    var live = new LiveCode(session, numberHash, hash.code(session.id(), code));
    remember(live);
    try {
      sender.send(number, code);
      return Verdict.granted(session);
    } catch (IOException _) { // said in the answer; a log line could name the number
      forget(live);
      return Verdict.refused(
          ErrorCode.UNAVAILABLE, "The code could not be sent.", rules.resendDelay());
    }
  }

  private CodeSession newSession() {
    var id = new byte[SESSION_BYTES];
    random.nextBytes(id);
    var now = clock.instant();
    return new CodeSession(
        Bytes.of(id), now.plus(rules.lifetime()), now.plus(rules.resendDelay()), rules.tries());
  }

  private synchronized void remember(LiveCode live) {
    var earlier = byNumber.getIfPresent(live.numberHash());
    if (earlier != null) {
      bySession.invalidate(earlier.session().id());
    }
    byNumber.put(live.numberHash(), live);
    bySession.put(live.session().id(), live);
  }

  private synchronized void forget(LiveCode live) {
    byNumber.asMap().remove(live.numberHash(), live);
    bySession.invalidate(live.session().id());
  }

  /// Checks a code. The right code brings the same admission again until the session is over, so
  /// that an answer that got lost can be asked for once more.
  public synchronized Verdict<SignedToken> submit(Bytes session, String code) {
    var live = bySession.getIfPresent(session);
    if (live == null || live.isOver(clock.instant())) {
      return over();
    }
    if (!live.attempt(hash.code(session, code))) {
      return Verdict.refused(
          ErrorCode.CODE_WRONG, "The code is wrong; tries left: " + live.triesLeft() + ".");
    }
    var admission = live.admission();
    if (admission == null) {
      var subject =
          Base64.getUrlEncoder().withoutPadding().encodeToString(live.numberHash().toArray());
      admission = admissions.issue(subject, "", ADMISSION_LIFETIME);
      live.admitted(admission);
    }
    return Verdict.granted(admission);
  }

  private static Verdict<SignedToken> over() {
    return Verdict.refused(ErrorCode.CODE_EXPIRED, "This code is over; ask for another one.");
  }

  /// Forgets what is over.
  public synchronized void sweep() {
    var now = clock.instant();
    bySession.asMap().values().removeIf(live -> live.isOver(now));
    byNumber.asMap().values().removeIf(live -> !now.isBefore(live.session().expiresAt()));
  }
}
