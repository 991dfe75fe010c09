package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.Add;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    description = {
      "Add the person of a contact link, of a picture of its QR code, of a user name or of a phone",
      "number."
    })
final class AddCommand implements VerbCommand {
  @Parameters(
      paramLabel = "LINK|QR.png|NAME|+NUMBER",
      description = {
        "What their `link` command prints or saves, their user name, such as ana.42, or their phone",
        "number with its country code, if they let themselves be found by it. Of names and numbers",
        "their key is what the relay says, and only the safety number proves it. The relay is not",
        "told the number that is looked for."
      })
  private String whom = "";

  @Override
  public Verb verb(InputStream input) {
    return new Add(whom, Times.SETTLE);
  }
}
