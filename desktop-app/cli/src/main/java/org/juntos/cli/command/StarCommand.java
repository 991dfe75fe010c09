package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.KeepInMind;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "star",
    description = "Keep messages in mind, on all of your devices; nobody else learns it.")
final class StarCommand implements VerbCommand {
  @Mixin private MessagesParameter messages = new MessagesParameter();

  @Override
  public Verb verb(InputStream input) {
    return KeepInMind.star(messages.ids(), true, Times.SETTLE);
  }
}
