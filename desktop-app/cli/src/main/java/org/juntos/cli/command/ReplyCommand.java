package org.juntos.cli.command;

import java.io.IOException;
import java.io.InputStream;
import org.juntos.cli.verb.ChangeMessage;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "reply", description = "Send a message that quotes another one.")
final class ReplyCommand implements VerbCommand {
  @Mixin private TextParameter message = new TextParameter();

  @Mixin private FileOptions attached = new FileOptions();

  @Mixin private SayingOptions saying = new SayingOptions();

  @Override
  public Verb verb(InputStream input) throws Refusal, IOException {
    return ChangeMessage.reply(
        message.id(), message.text(input), attached.files(), saying.saying(false), Times.SETTLE);
  }
}
