package org.juntos.relay.admission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.juntos.wire.Bytes;

/// Argon2id (RFC 9106) of a password, with what it was made with.
///
/// @param memoryKib memory, KiB
/// @param passes over the memory
record PasswordHash(int memoryKib, int passes, Bytes salt, Bytes hash) {
  /// 19 MiB and two passes, one lane: what OWASP asks for at least. A relay of a gigabyte can do it
  /// beside its work.
  private static final int MEMORY_KIB = 19 * 1024;

  private static final int PASSES = 2;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=1"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /// With a new salt and the cost of today.
  static PasswordHash of(String password, SecureRandom random) {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new PasswordHash(
        MEMORY_KIB, PASSES, Bytes.of(salt), hash(password, Bytes.of(salt), MEMORY_KIB, PASSES));
  }

  /// Reads the text form.
  ///
  /// @throws IllegalArgumentException when it is damaged
  static PasswordHash parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("a password hash is damaged");
    }
    var decoder = Base64.getDecoder();
    return new PasswordHash(
        Integer.parseInt(form.group(1)),
        Integer.parseInt(form.group(2)),
        Bytes.of(decoder.decode(form.group(3))),
        Bytes.of(decoder.decode(form.group(4))));
  }

  /// Whether it is of `password`. Takes the memory and time that it was made with.
  boolean isOf(String password) {
    return MessageDigest.isEqual(hash.toArray(), hash(password, salt, memoryKib, passes).toArray());
  }

  private static Bytes hash(String password, Bytes salt, int memoryKib, int passes) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(salt.toArray())
            .build());
    var hash = new byte[HASH_BYTES];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return Bytes.of(hash);
  }

  /// The text form that others write too (PHC).
  String text() {
    var encoder = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m="
        + memoryKib
        + ",t="
        + passes
        + ",p=1$"
        + encoder.encodeToString(salt.toArray())
        + "$"
        + encoder.encodeToString(hash.toArray());
  }

  /// Tells nothing of the password.
  @Override
  public String toString() {
    return "PasswordHash";
  }
}
