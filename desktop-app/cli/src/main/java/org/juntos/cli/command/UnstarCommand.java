package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.KeepInMind;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "unstar", description = "Keep them in mind no more.")
final class UnstarCommand implements VerbCommand {
  @Mixin private MessagesParameter messages = new MessagesParameter();

  @Override
  public Verb verb(InputStream input) {
    return KeepInMind.star(messages.ids(), false, Times.SETTLE);
  }
}
