package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.ChangeMessage;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "react", description = "React to a message, in place of your reaction before.")
final class ReactCommand implements VerbCommand {
  @Mixin private MessageParameter message = new MessageParameter();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "EMOJI",
      description = "One emoji, of any kind.")
  private String emoji = "";

  @Option(names = "--remove", description = "Take your reaction back.")
  private boolean remove;

  @Override
  public Verb verb(InputStream input) throws Refusal {
    if (remove != emoji.isEmpty()) {
      throw Refusal.of("usage", "Give either an emoji or --remove.", "See --help.");
    }
    return ChangeMessage.react(message.id(), emoji, Times.SETTLE);
  }
}
