package org.juntos.relay.admin.console;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.admin.ConsolePassword;
import org.juntos.relay.admin.Site;
import org.juntos.relay.limit.RateLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way in: a password, few tries, and a cookie that no script reads and no other site sends.
final class Login {
  private static final String COOKIE = "juntos-console";

  /// Browsers take a cookie of this name only from here, and only with TLS.
  private static final String SECURE_COOKIE = "__Host-" + COOKIE;

  private static final int TRIES = 5;
  private static final Duration TRIES_IN = Duration.ofMinutes(5);
  private static final int TRIES_OF_ALL = 60;
  private static final String EVERYBODY = "";

  private static final Logger LOG = LoggerFactory.getLogger(Login.class);

  private final ConsolePassword password;
  private final Access access;
  private final Sessions sessions;
  private final RateLimit<String> tries;
  private final RateLimit<String> triesOfAll;

  Login(ConsolePassword password, Access access, InstantSource clock, SecureRandom random) {
    this.password = password;
    this.access = access;
    this.sessions = new Sessions(clock, random);
    this.tries = new RateLimit<>(TRIES, TRIES_IN, clock);
    this.triesOfAll = new RateLimit<>(TRIES_OF_ALL, Duration.ofHours(1), clock);
  }

  Response page() throws IOException {
    return Response.page(
        200, password.edition() == null ? LoginPage.noPassword() : LoginPage.form(""));
  }

  /// The session of a request; null when it has none.
  Sessions.@Nullable Session session(HttpExchange exchange) throws IOException {
    var name = cookie(exchange) + "=";
    var cookies = exchange.getRequestHeaders().getFirst("Cookie");
    var token =
        Arrays.stream((cookies == null ? "" : cookies).split(";", -1))
            .map(String::strip)
            .filter(one -> one.startsWith(name))
            .map(one -> one.substring(name.length()))
            .findFirst();
    return sessions.find(token.orElse(null), password.edition());
  }

  private String cookie(HttpExchange exchange) {
    return access.isSecure(exchange) ? SECURE_COOKIE : COOKIE;
  }

  Response attempt(HttpExchange exchange, String given) throws IOException {
    var edition = password.edition();
    if (edition == null) {
      return Response.page(403, LoginPage.noPassword());
    }
    var wait = tries.take(access.address(exchange));
    wait = wait.isZero() ? triesOfAll.take(EVERYBODY) : wait;
    if (!wait.isZero()) {
      return limited(wait);
    }
    if (!password.matches(given)) {
      LOG.warn("event=console_login outcome=refused");
      return Response.page(403, LoginPage.form("That is not the password."));
    }
    LOG.info("event=console_login outcome=ok");
    var session = sessions.begin(edition);
    return Response.to(Site.ROOT).with("Set-Cookie", cookie(exchange, session.token(), ""));
  }

  private static Response limited(Duration wait) {
    LOG.warn("event=console_login outcome=limited");
    long seconds = wait.toSeconds() + 1;
    var sentence = "Too many tries. Try again in " + seconds + " seconds.";
    return Response.page(429, LoginPage.form(sentence)).with("Retry-After", Long.toString(seconds));
  }

  Response end(HttpExchange exchange, Sessions.Session session) {
    sessions.end(session);
    return Response.to(Site.ROOT + "/login")
        .with("Set-Cookie", cookie(exchange, "", "; Max-Age=0"));
  }

  private String cookie(HttpExchange exchange, String token, String more) {
    var secure = access.isSecure(exchange) ? "; Secure" : "";
    return cookie(exchange) + "=" + token + "; Path=/; HttpOnly; SameSite=Strict" + secure + more;
  }
}
