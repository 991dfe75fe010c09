package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.Decide;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "remove",
    description = {
      "Make a stranger of a contact: they see nothing new of this account, and what they write is not",
      "let in before they have asked again. What was said stays. They are not told."
    })
final class RemoveCommand implements VerbCommand {
  @Parameters(paramLabel = "CONTACT", description = "Account id, its beginning, or name.")
  private String contact = "";

  @Override
  public Verb verb(InputStream input) {
    return new Decide(contact, Decide.Decision.REMOVE, Times.SETTLE);
  }
}
