package org.juntos.relay.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.store.DataFolder;

/// The password of the console: only its Argon2id hash is kept, in a file of the data folder that
/// only its owner may read. The file is looked at each time, so a new password needs no restart.
public final class ConsolePassword {
  /// Shortest that a person may choose.
  public static final int SHORTEST = 12;

  private static final String NAME = "console-password";
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 5;
  private static final int GROUP = 5;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int ITERATIONS = 2;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /// The usual text form of an Argon2 hash.
  private static final String FORM =
      "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + ITERATIONS + ",p=1$";

  private static final Pattern KEPT =
      Pattern.compile(Pattern.quote(FORM) + "([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)\\s*");

  private final Path file;

  /// That of the relay on the folder `data`.
  public ConsolePassword(Path data) {
    this.file = data.resolve(NAME);
  }

  /// That of `data`, which a relay has used.
  ///
  /// @throws IOException with one line for the operator when none has
  static ConsolePassword in(Path data) throws IOException {
    if (!Files.isDirectory(data)) {
      throw new IOException("no relay has used the folder " + data);
    }
    return new ConsolePassword(data);
  }

  /// A password that nobody guesses, in groups to read out or copy: about 123 bits.
  static String fresh(SecureRandom random) {
    var text = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      text.append(i > 0 && i % GROUP == 0 ? "-" : "");
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  /// Makes `password` the password from now on; who is logged in by another is logged out.
  void set(String password, SecureRandom random) throws IOException {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    var base64 = Base64.getEncoder().withoutPadding();
    var text =
        FORM + base64.encodeToString(salt) + "$" + base64.encodeToString(hash(password, salt));
    DataFolder.writeOwnerOnly(file, text + "\n");
  }

  /// What tells this password from the one before; null when none is set.
  public @Nullable String edition() throws IOException {
    return Files.exists(file) ? Files.readString(file) : null;
  }

  /// Whether `password` is the one that is set. Takes time and 19 MiB: one at a time.
  public synchronized boolean matches(String password) throws IOException {
    var text = edition();
    var kept = KEPT.matcher(text == null ? "" : text);
    if (!kept.matches()) {
      return false;
    }
    var salt = Base64.getDecoder().decode(kept.group(1));
    return MessageDigest.isEqual(hash(password, salt), Base64.getDecoder().decode(kept.group(2)));
  }

  private static byte[] hash(String password, byte[] salt) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(MEMORY_KIB)
            .withIterations(ITERATIONS)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    var hash = new byte[HASH_BYTES];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }
}
