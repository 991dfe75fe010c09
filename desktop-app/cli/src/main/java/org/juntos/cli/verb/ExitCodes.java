package org.juntos.cli.verb;

import java.util.Map;
import java.util.Set;

/// What the process ends with. Documented in `desktop-app/cli/README.md`; a number never changes
/// its meaning.
public final class ExitCodes {
  /// Done.
  public static final int DONE = 0;

  /// It cannot be done; the code on standard error says why.
  public static final int REFUSED = 1;

  /// The command line is wrong.
  public static final int USAGE = 2;

  /// The profile is not ready: no account, locked, in use, damaged.
  public static final int PROFILE = 3;

  /// It did not happen in time. What was committed stays and goes on later.
  public static final int TIMEOUT = 4;

  /// The relay cannot be reached or does not answer as it should.
  public static final int RELAY = 5;

  /// A fault in Juntos.
  public static final int FAULT = 70;

  private static final Map<Integer, Set<String>> CODES =
      Map.of(
          USAGE, Set.of("usage"),
          FAULT, Set.of("fault"),
          TIMEOUT, Set.of("timeout"),
          RELAY, Set.of("offline", "unavailable", "internal", "relay-untrusted", "report-not-sent"),
          PROFILE,
              Set.of(
                  "not-registered",
                  "deregistered",
                  "unlinked",
                  "locked",
                  "passphrase-wrong",
                  "passphrase-empty",
                  "passphrase-needed",
                  "keyring-unavailable",
                  "in-use",
                  "damaged",
                  "profile-unwritable",
                  "too-new",
                  "cache-unwritable"));

  private ExitCodes() {}

  /// The exit code that belongs to a problem's code.
  public static int of(String code) {
    return CODES.entrySet().stream()
        .filter(entry -> entry.getValue().contains(code))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(REFUSED);
  }
}
