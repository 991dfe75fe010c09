package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.GetPresence;
import org.juntos.cli.verb.SharePresence;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "presence",
    description = "Who is here, and whether contacts are told when this account is.",
    subcommands = {PresenceCommand.Get.class, PresenceCommand.Set.class})
final class PresenceCommand {
  @Command(
      name = "get",
      description = {
        "Ask whether a contact is here, or about when they last were: as coarsely as the relay keeps",
        "it, and only when both share it."
      })
  static final class Get implements VerbCommand {
    @Parameters(paramLabel = "CONTACT", description = "Account id, its beginning, or name.")
    private String contact = "";

    @Override
    public Verb verb(InputStream input) {
      return new GetPresence(contact, Times.ANSWER);
    }
  }

  @Command(
      name = "set",
      description = "Share with contacts when this account is here, or neither share nor see it.")
  static final class Set implements VerbCommand {
    private enum Choice {
      on,
      off
    }

    @Parameters(paramLabel = "on|off", description = "on, or off.")
    private Choice choice = Choice.on;

    @Override
    public Verb verb(InputStream input) {
      return new SharePresence(choice == Choice.on, Times.SETTLE);
    }
  }
}
