package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.Verb;
import org.juntos.cli.verb.Verify;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "verify", description = "Give the code; makes the keys and registers the account.")
final class VerifyCommand implements VerbCommand {
  @Option(names = "--code", paramLabel = "CODE", required = true, description = "The code.")
  private String code = "";

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      required = true,
      description = "Your name, as contacts see it.")
  private String name = "";

  @Mixin private final PinFile pin = new PinFile();

  @Override
  public Verb verb(InputStream input) {
    return new Verify(code, name, pin.pins());
  }
}
