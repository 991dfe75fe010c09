package org.juntos.crypto.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// The PIN of a registration lock, in one form however it was typed: NFKC, without white space
/// around it, digits of every script as ASCII. What it makes is written down in `lock.proto`.
public final class Pin implements AutoCloseable {
  private static final int LEAST = 4;
  private static final int MOST = 20;
  private static final int SALT_BYTES = 16;
  private static final String ACCOUNT_LABEL = "juntos lock account v1";
  private static final String SALT_LABEL = "juntos lock salt v1";

  private final SecretBytes text;

  private Pin(SecretBytes text) {
    this.text = text;
  }

  /// Reads what was typed; null when it is not 4 to 20 letters or digits.
  ///
  /// @param typed UTF-8; stays the caller's
  public static @Nullable Pin parse(SecretBytes typed) {
    var points = typed.use(Pin::points);
    boolean sound =
        points.length >= LEAST
            && points.length <= MOST
            && Arrays.stream(points).allMatch(Character::isLetterOrDigit);
    return sound
        ? new Pin(
            SecretBytes.takeFrom(
                new String(points, 0, points.length).getBytes(StandardCharsets.UTF_8)))
        : null;
  }

  private static int[] points(byte[] typed) {
    var text = new String(typed, StandardCharsets.UTF_8);
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .strip()
        .codePoints()
        .map(point -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
        .toArray();
  }

  /// What opens the lock of the account with this salt at the relay with this trust root. Takes a
  /// quarter of a second; the caller closes it.
  public SecretBytes proof(Bytes accountSalt, Bytes trustRoot) {
    var salt = digest(SALT_LABEL, accountSalt, trustRoot);
    return Argon2id.STANDARD.derive(text, salt);
  }

  /// The salt of an account.
  public static Bytes salt(AccountId account) {
    return digest(ACCOUNT_LABEL, account.bytes());
  }

  private static Bytes digest(String label, Bytes... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(label.getBytes(StandardCharsets.US_ASCII));
      for (var part : parts) {
        digest.update(part.buffer());
      }
      return Bytes.of(Arrays.copyOf(digest.digest(), SALT_BYTES));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this JDK has no SHA-256", impossible);
    }
  }

  @Override
  public void close() {
    text.close();
  }
}
