package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.KeepInMind;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "pin",
    description = "Put a message on top of its conversation, for everybody there.")
final class PinCommand implements VerbCommand {
  @Mixin private MessageParameter message = new MessageParameter();

  @Override
  public Verb verb(InputStream input) {
    return KeepInMind.pin(message.id(), true, Times.SETTLE);
  }
}
