package org.juntos.relay.admin.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Who is logged in: in memory only, so a restart logs everybody out. Thread-safe.
final class Sessions {
  private static final int AT_MOST = 32;
  private static final int TOKEN_BYTES = 32;
  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final Duration WHOLE = Duration.ofHours(8);

  private final InstantSource clock;
  private final SecureRandom random;
  private final Cache<String, Session> sessions;

  Sessions(InstantSource clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
    this.sessions =
        Caffeine.newBuilder()
            .maximumSize(AT_MOST)
            .expireAfterAccess(IDLE)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /// @param token what the cookie carries
  /// @param formToken what every form of this session carries
  /// @param edition of the password that it began with
  record Session(String token, String formToken, String edition, Instant until) {
    boolean owns(@Nullable String shown) {
      return shown != null
          && MessageDigest.isEqual(formToken.getBytes(UTF_8), shown.getBytes(UTF_8));
    }
  }

  Session begin(String edition) {
    var session = new Session(token(), token(), edition, clock.instant().plus(WHOLE));
    sessions.put(session.token(), session);
    return session;
  }

  /// The session of `token`; null when there is none, not any more, or another password since.
  @Nullable Session find(@Nullable String token, @Nullable String edition) {
    var session = token == null ? null : sessions.getIfPresent(token);
    return session != null
            && session.edition().equals(edition)
            && clock.instant().isBefore(session.until())
        ? session
        : null;
  }

  void end(Session session) {
    sessions.invalidate(session.token());
  }

  private String token() {
    var bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
