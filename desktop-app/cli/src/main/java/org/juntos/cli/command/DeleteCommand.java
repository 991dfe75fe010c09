package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.ChangeMessage;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "delete",
    description = "Delete a message from your own history, on all of your devices.")
final class DeleteCommand implements VerbCommand {
  @Mixin private MessageParameter message = new MessageParameter();

  @Option(
      names = "--for-everyone",
      description = "A message of yours, for all who have it, within 24 hours; a notice stays.")
  private boolean forEveryone;

  @Override
  public Verb verb(InputStream input) {
    return ChangeMessage.delete(message.id(), forEveryone, Times.SETTLE);
  }
}
