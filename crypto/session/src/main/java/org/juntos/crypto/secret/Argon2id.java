package org.juntos.crypto.secret;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.juntos.wire.Bytes;

/// Argon2id, version 1.3 (RFC 9106): what people can remember, made costly to guess.
///
/// @param memoryKib memory, KiB
/// @param iterations passes over the memory
/// @param parallelism lanes
public record Argon2id(int memoryKib, int iterations, int parallelism) {
  /// Length of what it makes.
  public static final int KEY_BYTES = 32;

  /// A quarter of a second and 64 MiB.
  public static final Argon2id STANDARD = new Argon2id(64 * 1024, 3, 1);

  /// Makes a key of `secret`; the caller closes both.
  public SecretBytes derive(SecretBytes secret, Bytes salt) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(iterations)
            .withParallelism(parallelism)
            .withSalt(salt.toArray())
            .build());
    return secret.use(text -> {
      var key = new byte[KEY_BYTES];
      generator.generateBytes(text, key);
      return SecretBytes.takeFrom(key);
    });
  }
}
