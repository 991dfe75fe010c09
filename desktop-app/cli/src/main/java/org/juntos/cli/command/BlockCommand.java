package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.Decide;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "block", description = "Block a contact: nothing of theirs comes in any more.")
final class BlockCommand implements VerbCommand {
  @Parameters(paramLabel = "CONTACT", description = "Account id, its beginning, or name.")
  private String contact = "";

  @Override
  public Verb verb(InputStream input) {
    return new Decide(contact, Decide.Decision.BLOCK, Times.SETTLE);
  }
}
