package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.Verb;
import org.juntos.cli.verb.Whoami;
import picocli.CommandLine.Command;

@Command(name = "whoami", description = "Tell whose profile this is.")
final class WhoamiCommand implements VerbCommand {
  @Override
  public Verb verb(InputStream input) {
    return new Whoami();
  }
}
