package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.OwnDevices;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;

@Command(name = "devices", description = "List the devices of your account; * is this one.")
final class DevicesCommand implements VerbCommand {
  @Override
  public Verb verb(InputStream input) {
    return new OwnDevices();
  }
}
