package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.Decide;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "accept", description = "Accept a contact request.")
final class AcceptCommand implements VerbCommand {
  @Parameters(paramLabel = "CONTACT", description = "Account id, its beginning, or name.")
  private String contact = "";

  @Override
  public Verb verb(InputStream input) {
    return new Decide(contact, Decide.Decision.ACCEPT, Times.SETTLE);
  }
}
