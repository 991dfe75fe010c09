package org.juntos.cli.command;

import java.io.IOException;
import java.io.InputStream;
import org.juntos.cli.verb.ChangeMessage;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Texts;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "edit",
    description =
        "Put another text in the place of a message of yours, within 24 hours. What it said before"
            + " stays to be seen: versions.")
final class EditCommand implements VerbCommand {
  @Parameters(index = "0", paramLabel = "MESSAGE", description = "Its id, as in history.")
  private String message = "";

  @Parameters(
      index = "1",
      paramLabel = "TEXT",
      description = "The text; - reads it from standard input, byte for byte.")
  private String text = "";

  @Override
  public Verb verb(InputStream input) throws Refusal, IOException {
    var body = text.equals("-") ? Texts.read(input) : Texts.checked(text);
    return ChangeMessage.edit(message, body, Times.SETTLE);
  }
}
