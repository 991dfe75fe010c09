package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.LinkPreviews;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "link-previews",
    description = {
      "Whether send --preview may look at the page of a link: the page then learns the network",
      "address of this device. Off at first; readers never fetch anything."
    })
final class LinkPreviewsCommand implements VerbCommand {
  private enum Choice {
    on,
    off,
    show
  }

  @Parameters(paramLabel = "on|off|show", description = "on, off, or show.")
  private Choice choice = Choice.show;

  @Override
  public Verb verb(InputStream input) {
    return new LinkPreviews(choice == Choice.show ? null : (Boolean) (choice == Choice.on));
  }
}
