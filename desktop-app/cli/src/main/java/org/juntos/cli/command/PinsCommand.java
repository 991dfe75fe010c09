package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.PinnedMessages;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "pins", description = "What is pinned in a conversation, the newest pin first.")
final class PinsCommand implements VerbCommand {
  @Parameters(paramLabel = "CONTACT", description = "Account id, its beginning, or name.")
  private String contact = "";

  @Override
  public Verb verb(InputStream input) {
    return new PinnedMessages(contact);
  }
}
