package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.Add;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    description = "Add the person of a contact link, of a picture of its QR code or a user name.")
final class AddCommand implements VerbCommand {
  @Parameters(
      paramLabel = "LINK|QR.png|NAME",
      description = {
        "What their `link` command prints or saves, or their user name, such as ana.42: then their",
        "key is what the relay says, and only the safety number proves it."
      })
  private String whom = "";

  @Override
  public Verb verb(InputStream input) {
    return new Add(whom, Times.SETTLE);
  }
}
