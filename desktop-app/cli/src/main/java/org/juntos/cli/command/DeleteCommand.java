package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.ChangeMessage;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "delete",
    description = "Delete a message from your own history, on all of your devices.")
final class DeleteCommand implements VerbCommand {
  @Parameters(index = "0", paramLabel = "MESSAGE", description = "Its id, as in history.")
  private String message = "";

  @Option(
      names = "--for-everyone",
      description = "A message of yours, for all who have it, within 24 hours; a notice stays.")
  private boolean forEveryone;

  @Override
  public Verb verb(InputStream input) {
    return ChangeMessage.delete(message, forEveryone, Times.SETTLE);
  }
}
