package org.juntos.cli.command;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.Register;
import org.juntos.cli.verb.Verb;
import org.juntos.engine.intent.CodeTarget;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "register",
    description = "Ask a relay to send a code to a phone number or an e-mail address.")
final class RegisterCommand implements VerbCommand {
  @Option(
      names = "--relay",
      paramLabel = "URL",
      required = true,
      description = "The relay's address or invite link.")
  private String relay = "";

  @ArgGroup(multiplicity = "1")
  private Target target = new Target();

  /// One of the two.
  private static final class Target {
    @Option(
        names = "--phone",
        paramLabel = "NUMBER",
        required = true,
        description = "With country code: +4915112345678.")
    private @Nullable String phone;

    @Option(
        names = "--email",
        paramLabel = "ADDRESS",
        required = true,
        description = "When the relay sends codes by e-mail.")
    private @Nullable String email;

    CodeTarget named() {
      return email == null
          ? new CodeTarget.PhoneNumber(phone == null ? "" : phone)
          : new CodeTarget.EmailAddress(email);
    }
  }

  @Override
  public Verb verb(InputStream input) {
    return new Register(relay, target.named());
  }
}
