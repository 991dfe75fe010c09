package org.juntos.cli.command;

import java.io.IOException;
import java.io.InputStream;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Texts;
import picocli.CommandLine.Parameters;

/// Which message, and what is to be said to it or in its place.
final class TextParameter extends MessageParameter {
  @Parameters(
      index = "1",
      paramLabel = "TEXT",
      description = "The text; - reads it from standard input, byte for byte.")
  private String text = "";

  String text(InputStream input) throws Refusal, IOException {
    return Texts.given(text, input);
  }
}
