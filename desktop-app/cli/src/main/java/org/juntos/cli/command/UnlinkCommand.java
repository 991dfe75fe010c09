package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.Unlink;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "unlink",
    description = "Take a device off your account; what it has stays on it, nothing more comes.")
final class UnlinkCommand implements VerbCommand {
  @Parameters(paramLabel = "DEVICE", description = "Its number or its name: see devices.")
  private String device = "";

  @Override
  public Verb verb(InputStream input) {
    return new Unlink(device, Times.SETTLE);
  }
}
