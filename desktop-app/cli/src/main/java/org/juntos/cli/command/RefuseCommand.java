package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.Decide;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "refuse",
    description = "Say no to a contact request. They are not told, and may ask again.")
final class RefuseCommand implements VerbCommand {
  @Parameters(paramLabel = "CONTACT", description = "Account id, its beginning, or name.")
  private String contact = "";

  @Override
  public Verb verb(InputStream input) {
    return new Decide(contact, Decide.Decision.REFUSE, Times.SETTLE);
  }
}
