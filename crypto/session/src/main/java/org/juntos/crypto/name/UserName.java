package org.juntos.crypto.name;

import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.Bytes;
import org.signal.libsignal.usernames.BaseUsernameException;
import org.signal.libsignal.usernames.Username;

/// A user name such as `ana.42`: a nickname of ASCII letters, digits and `_`, and two or more
/// digits. The relay gets only its hash, with a proof that the name is known; case does not count.
public final class UserName {
  private static final int LEAST_NICKNAME = 3;
  private static final int MOST_NICKNAME = 32;
  private static final int RANDOM_BYTES = 32;

  private final Username name;

  private UserName(Username name) {
    this.name = name;
  }

  /// Reads what was typed; null when it is no user name.
  public static @Nullable UserName parse(String typed) {
    var text = typed.strip();
    int dot = text.lastIndexOf('.');
    if (dot < LEAST_NICKNAME || dot > MOST_NICKNAME) {
      return null;
    }
    try {
      return new UserName(new Username(text));
    } catch (BaseUsernameException _) {
      return null;
    }
  }

  /// Whether a text is meant as a user name rather than as a link.
  public static boolean looksLike(String typed) {
    return typed.strip().matches("[A-Za-z_][A-Za-z0-9_]*\\.[0-9]+");
  }

  /// Names for a nickname with random digits, shorter ones first; empty when it is none.
  public static List<UserName> candidates(String nickname) {
    try {
      return Username.candidatesFrom(nickname.strip(), LEAST_NICKNAME, MOST_NICKNAME).stream()
          .map(UserName::new)
          .toList();
    } catch (BaseUsernameException _) {
      return List.of();
    }
  }

  /// As it was typed.
  public String text() {
    return name.getUsername();
  }

  /// What the relay knows it by.
  public Bytes hash() {
    return Bytes.of(name.getHash());
  }

  /// That whoever sends it knows the name. Another one each time.
  public Bytes proof(SecureRandom random) {
    var randomness = new byte[RANDOM_BYTES];
    random.nextBytes(randomness);
    try {
      return Bytes.of(name.generateProofWithRandomness(randomness));
    } catch (BaseUsernameException impossible) {
      throw new IllegalStateException("a well-formed name has a proof", impossible);
    }
  }

  @Override
  public String toString() {
    return text();
  }
}
