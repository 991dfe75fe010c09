package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.ResolveDoubt;
import org.juntos.cli.verb.Verb;
import org.juntos.engine.intent.Intent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "check", description = "Ask the relay again for the list of a contact's devices.")
final class CheckCommand implements VerbCommand {
  @Parameters(paramLabel = "CONTACT", description = "Account id, its beginning, or name.")
  private String contact = "";

  @Override
  public Verb verb(InputStream input) {
    return new ResolveDoubt(contact, Intent.CheckDevices::new, Times.SETTLE);
  }
}
