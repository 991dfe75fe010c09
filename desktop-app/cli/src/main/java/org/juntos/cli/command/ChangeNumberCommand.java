package org.juntos.cli.command;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.ChangeNumber;
import org.juntos.cli.verb.Verb;
import org.juntos.engine.intent.CodeTarget;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "change-number",
    description = {
      "Give this account another phone number or e-mail address: ask for a code to it, then give the",
      "code with --code. Account, keys and messages stay; the old number is free then."
    })
final class ChangeNumberCommand implements VerbCommand {
  @ArgGroup(multiplicity = "1")
  private Way way = new Way();

  @Mixin private final PinFile pin = new PinFile();

  /// One of them.
  private static final class Way {
    @Parameters(paramLabel = "NUMBER", description = "With country code: +4915112345678.")
    private @Nullable String phone;

    @Option(names = "--email", paramLabel = "ADDRESS", required = true, description = "Instead.")
    private @Nullable String email;

    @Option(names = "--code", paramLabel = "CODE", required = true, description = "The code.")
    private @Nullable String code;
  }

  @Override
  public Verb verb(InputStream input) {
    if (way.code != null) {
      return new ChangeNumber.Confirm(way.code, pin.pins());
    }
    return new ChangeNumber.Ask(
        way.email == null
            ? new CodeTarget.PhoneNumber(way.phone == null ? "" : way.phone)
            : new CodeTarget.EmailAddress(way.email));
  }
}
