package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.Relays;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;

@Command(
    name = "relays",
    description = "Measure how far away each address of the relay is; * is the one in use.")
final class RelaysCommand implements VerbCommand {
  @Override
  public Verb verb(InputStream input) {
    return new Relays();
  }
}
