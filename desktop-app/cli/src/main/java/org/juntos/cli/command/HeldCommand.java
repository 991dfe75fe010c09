package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.LookAtHeld;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;

@Command(
    name = "held",
    description = "Tell all that the relay holds on this account, signed by it, and compare.")
final class HeldCommand implements VerbCommand {
  @Override
  public Verb verb(InputStream input) {
    return new LookAtHeld();
  }
}
