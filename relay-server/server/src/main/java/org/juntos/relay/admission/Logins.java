package org.juntos.relay.admission;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.juntos.relay.limit.RateLimit;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.token.SignedToken;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;

/// Lets in whoever knows the password of a user name that the operator made. Nothing tells which
/// names there are: not the answer, not its time, not the limits. Thread-safe.
public final class Logins {
  /// Characters of the shortest password that an operator may choose.
  public static final int SHORTEST = 8;

  private static final int LONGEST_BYTES = 256;
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration BUSY_RETRY = Duration.ofSeconds(2);

  /// Each takes the memory of a hash.
  private static final int AT_ONCE = 2;

  private static final int MAY_WAIT = 16;
  private static final int PATIENCE_MS = 2_000;

  private final AdmissionStore store;
  private final AdmissionSigner signer;
  private final InstantSource clock;
  private final SecureRandom random;
  private final RateLimit<String> perAddress;
  private final RateLimit<Bytes> perName;
  private final Semaphore waiting = new Semaphore(MAY_WAIT);
  private final Semaphore hashing = new Semaphore(AT_ONCE, true);

  /// Of no name: checking it costs what checking a name's does.
  private final String nobody;

  public Logins(
      AdmissionStore store,
      AdmissionSigner signer,
      AdmissionLimits limits,
      InstantSource clock,
      SecureRandom random) {
    this.store = store;
    this.signer = signer;
    this.clock = clock;
    this.random = random;
    this.perAddress = new RateLimit<>(limits.triesPerAddressPerHour(), HOUR, clock);
    this.perName = new RateLimit<>(limits.triesPerNamePerHour(), HOUR, clock);
    this.nobody = PasswordHash.of(Passwords.generate(random), random).text();
  }

  /// What became of making a login.
  public sealed interface Made {
    /// It is there.
    ///
    /// @param password the one that was made for it; empty when it was chosen
    record Yes(String name, String password) implements Made {
      /// Does not tell the password.
      @Override
      public String toString() {
        return "Yes(" + name + ")";
      }
    }

    /// It is not.
    ///
    /// @param why for the operator
    record No(String why) implements Made {}
  }

  /// Makes a user name, or gives one that is there another password.
  ///
  /// @param chosen the password; empty to have one made
  public Made put(String name, String chosen) throws IOException {
    var known = canonical(name);
    if (!NAME.matcher(known).matches()) {
      return new Made.No(
          "a user name has 1 to 64 letters a to z, digits, dots, lines and underscores");
    }
    if (!chosen.isEmpty() && (chosen.length() < SHORTEST || isTooLong(chosen))) {
      return new Made.No("a password has " + SHORTEST + " characters at least, 256 bytes at most");
    }
    var password = chosen.isEmpty() ? Passwords.generate(random) : chosen;
    var login = new Login(known, PasswordHash.of(password, random).text(), clock.instant());
    store.within(rows -> {
      rows.putLogin(login);
      return true;
    });
    return new Made.Yes(known, chosen.isEmpty() ? password : "");
  }

  /// All, by name.
  public List<Login> all() throws IOException {
    return store.within(AdmissionStore.Rows::logins);
  }

  /// Forgets a user name; whether there was one.
  public boolean remove(String name) throws IOException {
    return store.within(rows -> rows.removeLogin(canonical(name)));
  }

  /// Lets in whoever knows the password. One user name is one account.
  ///
  /// @throws IOException when the store does not answer
  public Verdict<SignedToken> logIn(String name, String password, String networkAddress)
      throws IOException {
    var known = canonical(name);
    var wait = perAddress.take(networkAddress);
    if (wait.isZero()) {
      wait = perName.take(signer.hash().hash("juntos user name limit v1", Bytes.EMPTY, known));
    }
    if (!wait.isZero()) {
      return Verdict.refused(ErrorCode.RATE_LIMITED, "Too many passwords were tried.", wait);
    }
    if (isTooLong(password) || !NAME.matcher(known).matches()) {
      return check("", password.substring(0, Math.min(password.length(), LONGEST_BYTES)));
    }
    return check(known, password);
  }

  private Verdict<SignedToken> check(String name, String password) throws IOException {
    if (!waiting.tryAcquire()) {
      return busy();
    }
    try {
      if (!hashing.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
        return busy();
      }
      try {
        return checked(name, password);
      } finally {
        hashing.release();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return busy();
    } finally {
      waiting.release();
    }
  }

  private Verdict<SignedToken> checked(String name, String password) throws IOException {
    var kept =
        store.within(rows -> {
          var login = rows.login(name);
          return login == null ? nobody : login.passwordHash();
        });
    return PasswordHash.parse(kept).isOf(password) && !kept.equals(nobody)
        ? Verdict.granted(signer.ofName(Way.PASSWORD, name))
        : Verdict.refused(ErrorCode.LOGIN_WRONG, "The user name or the password is wrong.");
  }

  private static Verdict<SignedToken> busy() {
    return Verdict.refused(
        ErrorCode.UNAVAILABLE, "Too many passwords are being checked.", BUSY_RETRY);
  }

  private static boolean isTooLong(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES;
  }

  private static String canonical(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
