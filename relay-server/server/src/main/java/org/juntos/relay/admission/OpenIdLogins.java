package org.juntos.relay.admission;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.limit.RateLimit;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.token.SignedToken;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets in whom an identity provider vouches for. Nothing is kept between the two steps: the nonce
/// of a session follows from its id. Thread-safe.
public final class OpenIdLogins implements AutoCloseable {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration SESSION = Duration.ofMinutes(15);
  private static final Duration RETRY = Duration.ofSeconds(10);
  private static final int AT_ONCE = 16;
  private static final int RANDOM_BYTES = 16;
  private static final int MAX_TEXT = 4_096;
  private static final Pattern SESSION_FORM = Pattern.compile("([0-9]{1,12})-[A-Za-z0-9_-]{22}");
  private static final Pattern LOOPBACK =
      Pattern.compile("http://127\\.0\\.0\\.1:[0-9]{1,5}/[A-Za-z0-9/_-]{0,64}");
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Logger LOG = LoggerFactory.getLogger(OpenIdLogins.class);

  private final OpenIdProvider provider;
  private final OpenIdClient client;
  private final AdmissionSigner signer;
  private final InstantSource clock;
  private final SecureRandom random;
  private final IdTokens tokens;
  private final RateLimit<String> begun;
  private final RateLimit<String> ended;

  /// A provider that hangs must not take every thread of the relay.
  private final Semaphore free = new Semaphore(AT_ONCE);

  public OpenIdLogins(
      OpenIdProvider provider,
      OpenIdClient client,
      AdmissionSigner signer,
      AdmissionLimits limits,
      InstantSource clock,
      SecureRandom random) {
    this.provider = provider;
    this.client = client;
    this.signer = signer;
    this.clock = clock;
    this.random = random;
    this.tokens = new IdTokens(provider.issuer(), client.id(), clock);
    this.begun = new RateLimit<>(limits.triesPerAddressPerHour(), HOUR, clock);
    this.ended = new RateLimit<>(limits.triesPerAddressPerHour(), HOUR, clock);
  }

  /// Where somebody signs in.
  ///
  /// @param id the `state` of the answer
  public record Session(String id, URI authorization, Instant expiresAt) {}

  /// Begins: the person is to open the address.
  ///
  /// @param redirect where the answer goes, on the person's machine
  /// @param challenge S256 of a verifier that the device keeps
  public Verdict<Session> start(String redirect, String challenge, String networkAddress) {
    if (!LOOPBACK.matcher(redirect).matches() || !CHALLENGE.matcher(challenge).matches()) {
      return Verdict.refused(
          ErrorCode.MALFORMED,
          "The answer goes to http://127.0.0.1:PORT/, with an S256 challenge.");
    }
    return asked(begun.take(networkAddress), () -> begin(redirect, challenge));
  }

  /// What asks the provider.
  private interface Question<T> {
    Verdict<T> ask() throws IOException;
  }

  private <T> Verdict<T> asked(Duration wait, Question<T> question) {
    if (!wait.isZero()) {
      return Verdict.refused(
          ErrorCode.RATE_LIMITED, "Too many people sign in from this network.", wait);
    }
    if (!free.tryAcquire()) {
      return silent("too many ask it");
    }
    try {
      return question.ask();
    } catch (IOException | IllegalArgumentException failed) { // its words may name somebody
      return silent(failed.getClass().getSimpleName());
    } finally {
      free.release();
    }
  }

  private Verdict<Session> begin(String redirect, String challenge) throws IOException {
    var expiresAt = clock.instant().plus(SESSION);
    var id = expiresAt.getEpochSecond() + "-" + text(randomBytes());
    var address = authorization(provider.discover(), id, redirect, challenge);
    return Verdict.granted(new Session(id, address, expiresAt));
  }

  private URI authorization(
      OpenIdProvider.Endpoints endpoints, String id, String redirect, String challenge) {
    var query = new LinkedHashMap<String, String>();
    query.put("response_type", "code");
    query.put("client_id", client.id());
    query.put("scope", "openid");
    query.put("redirect_uri", redirect);
    query.put("state", id);
    query.put("nonce", nonce(id));
    query.put("code_challenge", challenge);
    query.put("code_challenge_method", "S256");
    var text =
        query.entrySet().stream()
            .map(field -> field.getKey() + "=" + OpenIdProvider.encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    var base = endpoints.authorization().toString();
    return URI.create(base + (base.contains("?") ? "&" : "?") + text);
  }

  /// Ends: gives the code of the answer to the provider and checks what it says.
  ///
  /// @param verifier of the challenge
  public Verdict<SignedToken> submit(
      String session, String code, String verifier, String redirect, String networkAddress) {
    var form = SESSION_FORM.matcher(session);
    if (!form.matches()
        || code.length() > MAX_TEXT
        || verifier.length() > MAX_TEXT
        || !LOOPBACK.matcher(redirect).matches()) {
      return refused();
    }
    if (clock.instant().getEpochSecond() >= Long.parseLong(form.group(1))) {
      return Verdict.refused(ErrorCode.OPENID_REFUSED, "This sign-in took too long; begin anew.");
    }
    return asked(ended.take(networkAddress), () -> end(session, code, verifier, redirect));
  }

  private Verdict<SignedToken> end(String session, String code, String verifier, String redirect)
      throws IOException {
    var subject = subject(session, code, verifier, redirect);
    return subject == null
        ? refused()
        : Verdict.granted(signer.ofName(Way.OPENID, provider.issuer() + " " + subject));
  }

  /// Null when the provider refuses, or what it says does not hold.
  private @Nullable String subject(String session, String code, String verifier, String redirect)
      throws IOException {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", redirect);
    form.put("client_id", client.id());
    form.put("code_verifier", verifier);
    client.secret(form);
    var endpoints = provider.discover();
    var token = provider.idToken(endpoints, Map.copyOf(form));
    return token.isEmpty() ? null : tokens.subject(token, provider.keys(endpoints), nonce(session));
  }

  private String nonce(String session) {
    return text(signer.hash().hash("juntos openid nonce v1", Bytes.EMPTY, session).toArray());
  }

  private byte[] randomBytes() {
    var bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static <T> Verdict<T> refused() {
    LOG.info("event=openid outcome=refused");
    return Verdict.refused(
        ErrorCode.OPENID_REFUSED, "The identity provider did not confirm who this is.");
  }

  private static <T> Verdict<T> silent(String why) {
    LOG.warn("event=openid outcome=unavailable why={}", why);
    return Verdict.refused(
        ErrorCode.OPENID_UNAVAILABLE, "The identity provider does not answer.", RETRY);
  }

  @Override
  public void close() {
    provider.close();
  }
}
