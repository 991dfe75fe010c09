package org.juntos.cli.command;

import java.io.IOException;
import java.io.InputStream;
import org.juntos.cli.verb.ChangeMessage;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "edit",
    description =
        "Put another text in the place of a message of yours, within 24 hours. What it said before"
            + " stays to be seen: versions.")
final class EditCommand implements VerbCommand {
  @Mixin private TextParameter message = new TextParameter();

  @Mixin private SayingOptions saying = new SayingOptions();

  @Override
  public Verb verb(InputStream input) throws Refusal, IOException {
    return ChangeMessage.edit(
        message.id(), message.text(input), saying.saying(false), Times.SETTLE);
  }
}
