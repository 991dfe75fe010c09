package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.Requests;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;

@Command(
    name = "requests",
    description = {
      "List contact requests: those that came in (asking, refused) and those that went out and have",
      "no answer yet (requested)."
    })
final class RequestsCommand implements VerbCommand {
  @Override
  public Verb verb(InputStream input) {
    return new Requests();
  }
}
