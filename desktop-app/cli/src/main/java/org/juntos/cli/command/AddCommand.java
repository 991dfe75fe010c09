package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.Add;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "add", description = "Add the person of a contact link.")
final class AddCommand implements VerbCommand {
  @Parameters(paramLabel = "LINK", description = "What their `link` command prints.")
  private String link = "";

  @Override
  public Verb verb(InputStream input) {
    return new Add(link, Times.SETTLE);
  }
}
