package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.Register;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "register", description = "Ask a relay to send a code to a phone number.")
final class RegisterCommand implements VerbCommand {
  @Option(
      names = "--relay",
      paramLabel = "URL",
      required = true,
      description = "The relay's address or invite link.")
  private String relay = "";

  @Option(
      names = "--phone",
      paramLabel = "NUMBER",
      required = true,
      description = "With country code: +4915112345678.")
  private String phone = "";

  @Override
  public Verb verb(InputStream input) {
    return new Register(relay, phone);
  }
}
