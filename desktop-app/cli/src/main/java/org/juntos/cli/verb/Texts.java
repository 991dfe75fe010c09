package org.juntos.cli.verb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Text that is to be sent, exactly as given.
public final class Texts {
  private Texts() {}

  /// What was typed; `-` stands for what comes in.
  public static String given(String typed, InputStream input) throws IOException, Refusal {
    return typed.equals("-") ? read(input) : checked(typed);
  }

  /// Reads all of `input` as UTF-8: no byte is dropped, trimmed or replaced.
  public static String read(InputStream input) throws IOException, Refusal {
    try {
      var bytes = ByteBuffer.wrap(input.readAllBytes());
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException _) {
      throw notUnicode();
    }
  }

  /// @throws Refusal when `text` has half a character in it
  public static String checked(String text) throws Refusal {
    if (StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      return text;
    }
    throw notUnicode();
  }

  private static Refusal notUnicode() {
    return Refusal.of(
        "text-invalid", "The text is not valid UTF-8.", "Send it as a file, or convert it first.");
  }
}
