package org.juntos.cli.command;

import java.io.InputStream;
import java.nio.file.Path;
import org.juntos.cli.verb.RegistrationLock;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "registration-lock",
    description = {
      "Lock this account's number or address with a PIN: without it nobody registers it anew, also",
      "not with a code to it."
    },
    subcommands = {
      RegistrationLockCommand.Set.class,
      RegistrationLockCommand.Clear.class,
      RegistrationLockCommand.Show.class
    })
final class RegistrationLockCommand {
  @Command(name = "set", description = "Set the PIN, or another one.")
  static final class Set implements VerbCommand {
    @Option(
        names = "--pin-file",
        paramLabel = "FILE",
        required = true,
        description = "Its first line is the PIN: 4 to 20 digits or letters.")
    private Path pinFile = Path.of("");

    @Override
    public Verb verb(InputStream input) {
      return RegistrationLock.set(pinFile);
    }
  }

  @Command(name = "clear", description = "Take the PIN away.")
  static final class Clear implements VerbCommand {
    @Override
    public Verb verb(InputStream input) {
      return RegistrationLock.clear();
    }
  }

  @Command(name = "show", description = "Tell whether there is one, and whether somebody tried it.")
  static final class Show implements VerbCommand {
    @Override
    public Verb verb(InputStream input) {
      return RegistrationLock.show();
    }
  }
}
