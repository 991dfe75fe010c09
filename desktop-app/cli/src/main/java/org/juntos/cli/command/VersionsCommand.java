package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.Verb;
import org.juntos.cli.verb.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "versions", description = "Print what a message has said before it was edited.")
final class VersionsCommand implements VerbCommand {
  @Parameters(paramLabel = "MESSAGE", description = "Its id, as in history.")
  private String message = "";

  @Override
  public Verb verb(InputStream input) {
    return new Versions(message);
  }
}
