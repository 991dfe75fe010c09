package org.juntos.relay.otp;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.token.PublishedKeys;
import org.juntos.relay.token.SignedToken;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;

/// Proves that somebody holds a phone number or an e-mail address: sends a code, checks it, and
/// signs an admission that names the contact only by its keyed hash. What it promises survives a
/// restart. Thread-safe.
public final class CodeService {
  private static final Duration OUTCOMES_KEPT = Duration.ofDays(7);
  private static final Duration SENDER_RETRY = Duration.ofSeconds(30);

  private final RelayLimits.Codes rules;
  private final PhoneNumbers numbers;
  private final Senders senders;
  private final CodeSecrets secrets;
  private final CodeStore store;
  private final InstantSource clock;
  private final Gate gate;
  private final Set<Bytes> leaving = ConcurrentHashMap.newKeySet();

  /// @param countries ISO 3166 codes of the countries whose numbers get codes; empty for all
  public CodeService(
      RelayLimits.Codes rules,
      Set<String> countries,
      Senders senders,
      CodeSecrets secrets,
      CodeStore store,
      InstantSource clock) {
    this.rules = rules;
    this.numbers = new PhoneNumbers(countries);
    this.senders = senders;
    this.secrets = secrets;
    this.store = store;
    this.clock = clock;
    this.gate = new Gate(rules, secrets.hash());
  }

  /// The kinds of contact that get codes.
  public Set<ContactKind> kinds() {
    return senders.kinds();
  }

  /// The keys that admissions are checked with.
  public PublishedKeys keys() {
    return secrets.published();
  }

  /// How an account of a phone number is named; null when `text` is none, with its country code.
  public @Nullable NamedNumber named(String text) {
    var number = numbers.e164(text.strip());
    return number == null
        ? null
        : new NamedNumber(number, secrets.hash().contact(new Contact(ContactKind.PHONE, number)));
  }

  /// Sends a code to `address`; an earlier code for it is void from then on.
  ///
  /// @param networkAddress where the request came from
  /// @throws IOException when the store does not answer
  public Verdict<CodeSession> start(ContactKind kind, String address, String networkAddress)
      throws IOException {
    if (!kinds().contains(kind)) {
      return Verdict.refused(ErrorCode.CODE_KIND_OFF, "Codes do not go to this kind of address.");
    }
    var read =
        switch (kind) {
          case PHONE -> numbers.read(address.strip());
          case EMAIL -> EmailAddresses.read(address.strip());
        };
    return switch (read) {
      case Verdict.Granted<Destination>(var to) -> alone(to, networkAddress);
      case Verdict.Refused<Destination>(var code, var detail, var retryAfter) ->
          Verdict.refused(code, detail, retryAfter);
    };
  }

  /// Two requests for one contact at the same moment would send two codes.
  private Verdict<CodeSession> alone(Destination to, String networkAddress) throws IOException {
    var subject = secrets.hash().contact(to.contact());
    if (!leaving.add(subject)) {
      return Verdict.refused(
          ErrorCode.RATE_LIMITED, "A code is on its way already.", rules.resendDelay());
    }
    try {
      var entered = store.within(rows -> gate.enter(rows, to, networkAddress, clock.instant()));
      return switch (entered) {
        case Verdict.Granted<List<Gate.Charge>>(var charges) -> send(to, subject, charges);
        case Verdict.Refused<List<Gate.Charge>>(var code, var detail, var retryAfter) ->
            Verdict.refused(code, detail, retryAfter);
      };
    } finally {
      leaving.remove(subject);
    }
  }

  private Verdict<CodeSession> send(Destination to, Bytes subject, List<Gate.Charge> charges)
      throws IOException {
    var code = secrets.newCode();
    if (!senders.send(to.contact(), code)) {
      return store.within(rows -> {
        gate.giveBack(rows, charges);
        return Verdict.refused(
            ErrorCode.CODE_NOT_SENT, "The code could not be sent.", SENDER_RETRY);
      });
    }
    var now = clock.instant();
    var session =
        new CodeSession(
            secrets.newSession(),
            now.plus(rules.lifetime()),
            now.plus(rules.resendDelay()),
            rules.tries());
    var codeHash = secrets.hash().code(session.id(), code);
    return store.within(rows -> {
      rows.put(new LiveCode(session, to.contact().kind(), subject, codeHash, null));
      gate.sent(rows, to, session.id(), now);
      return Verdict.granted(session);
    });
  }

  /// Checks a code. The right code brings the same admission again until the session is over, so
  /// that an answer that got lost can be asked for once more.
  ///
  /// @throws IOException when the store does not answer
  public Verdict<SignedToken> submit(Bytes session, String code) throws IOException {
    return secrets.isOwn(session)
        ? store.within(rows -> submit(rows, session, code))
        : Verdict.refused(
            ErrorCode.CODE_EXPIRED, "Another server sent this code; ask for another one here.");
  }

  private Verdict<SignedToken> submit(CodeStore.Rows rows, Bytes session, String code)
      throws IOException {
    var live = rows.ofSession(session);
    var now = clock.instant();
    if (live == null || live.isOver(now)) {
      return Verdict.refused(ErrorCode.CODE_EXPIRED, "This code is over; ask for another one.");
    }
    if (!live.isCode(secrets.hash().code(session, code))) {
      var next = live.withOneTryLess();
      rows.put(next);
      return Verdict.refused(
          ErrorCode.CODE_WRONG,
          "The code is wrong; tries left: " + next.session().triesLeft() + ".");
    }
    var first = live.admittedAt();
    if (first == null) {
      rows.put(live.admitted(now));
      rows.entered(session);
    }
    return Verdict.granted(secrets.admission(live, first == null ? now : first));
  }

  /// Forgets what is over.
  ///
  /// @throws IOException when the store does not answer
  public void sweep() throws IOException {
    var now = clock.instant();
    store.within(rows -> {
      rows.sweep(now, now.minus(OUTCOMES_KEPT));
      return true;
    });
  }
}
