package org.juntos.cli.verb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.intent.Protection;

/// What opens the profile: a passphrase in a file, or else the keyring of the operating system.
///
/// @param passphraseFile its first line, without the line's end, is the passphrase; null when there
///   is none
public record Keys(@Nullable Path passphraseFile) {
  /// @param keyring whether a keyring answers
  Protection protection(boolean keyring) throws Refusal {
    if (passphraseFile != null) {
      return new Protection.Passphrase(read(passphraseFile));
    }
    if (keyring) {
      return new Protection.Keyring();
    }
    throw Refusal.of(
        "passphrase-needed",
        "The profile needs a passphrase: no keyring answers for it.",
        "Give the passphrase with --passphrase-file.");
  }

  /// The first line of a file, without the line's end.
  static SecretBytes read(Path file) throws Refusal {
    try {
      var bytes = Files.readAllBytes(file);
      var passphrase = Arrays.copyOf(bytes, firstLine(bytes));
      Arrays.fill(bytes, (byte) 0);
      return SecretBytes.takeFrom(passphrase);
    } catch (IOException e) {
      throw Refusal.of(
          "file-unreadable", "The file " + file + " cannot be read.", "Check that it exists.");
    }
  }

  private static int firstLine(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    return end;
  }
}
