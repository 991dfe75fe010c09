package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.BeingFound;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "discoverable",
    description = {
      "Whether people who know this account's phone number find it: off until it is turned on.",
      "They learn that the number has an account here. The relay is told the number again, keeps",
      "what cannot be read without a key of its own, and could with that key try all numbers."
    },
    subcommands = {
      DiscoverableCommand.On.class,
      DiscoverableCommand.Off.class,
      DiscoverableCommand.Show.class
    })
final class DiscoverableCommand {
  @Command(name = "on", description = "Let people who know the number find this account.")
  static final class On implements VerbCommand {
    @Parameters(
        paramLabel = "+NUMBER",
        description = "This account's own, with its country code; it is not kept.")
    private String number = "";

    @Override
    public Verb verb(InputStream input) {
      return BeingFound.on(number, Times.SETTLE);
    }
  }

  @Command(name = "off", description = "Let nobody find it by its number.")
  static final class Off implements VerbCommand {
    @Override
    public Verb verb(InputStream input) {
      return BeingFound.off(Times.SETTLE);
    }
  }

  @Command(name = "show", description = "Tell whether it can be found.")
  static final class Show implements VerbCommand {
    @Override
    public Verb verb(InputStream input) {
      return BeingFound.show();
    }
  }
}
