package org.juntos.cli.command;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.juntos.cli.verb.Spread;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "forward",
    description =
        "Pass messages on, in the order in which they stand; whose they were is not said. Their"
            + " files have to be here.")
final class ForwardCommand implements VerbCommand {
  @Mixin private MessagesParameter messages = new MessagesParameter();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "CONTACT",
      description = "A contact or group; may be given several times.")
  private List<String> to = new ArrayList<>();

  @Override
  public Verb verb(InputStream input) {
    return Spread.forward(messages.ids(), to, Times.SETTLE);
  }
}
