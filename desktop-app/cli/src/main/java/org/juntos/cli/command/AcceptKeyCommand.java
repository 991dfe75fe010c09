package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.ResolveDoubt;
import org.juntos.cli.verb.Verb;
import org.juntos.engine.intent.Intent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "accept-key", description = "Go on with a contact's new key.")
final class AcceptKeyCommand implements VerbCommand {
  @Parameters(paramLabel = "CONTACT", description = "Account id, its beginning, or name.")
  private String contact = "";

  @Override
  public Verb verb(InputStream input) {
    return new ResolveDoubt(contact, Intent.AcceptIdentity::new, Times.SETTLE);
  }
}
