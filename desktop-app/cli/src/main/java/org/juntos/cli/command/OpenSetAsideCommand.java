package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.OpenSetAside;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;

@Command(
    name = "open-set-aside",
    description = "Try again to open messages that could not be opened.")
final class OpenSetAsideCommand implements VerbCommand {
  @Override
  public Verb verb(InputStream input) {
    return new OpenSetAside();
  }
}
