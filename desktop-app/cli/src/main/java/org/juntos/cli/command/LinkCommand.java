package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.Link;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;

@Command(name = "link", description = "Print your contact link for others to add.")
final class LinkCommand implements VerbCommand {
  @Override
  public Verb verb(InputStream input) {
    return new Link();
  }
}
