package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.UserNames;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "username",
    description = "A name such as ana.42 by which people of this relay find this account.",
    subcommands = {
      UsernameCommand.Show.class,
      UsernameCommand.Set.class,
      UsernameCommand.Clear.class
    })
final class UsernameCommand {
  @Command(name = "show", description = "Tell it.")
  static final class Show implements VerbCommand {
    @Override
    public Verb verb(InputStream input) {
      return UserNames.show();
    }
  }

  @Command(name = "set", description = "Take one, in place of the one before.")
  static final class Set implements VerbCommand {
    @Parameters(
        paramLabel = "NAME",
        description = "ana.42, or ana: then digits are added that nobody has.")
    private String name = "";

    @Override
    public Verb verb(InputStream input) {
      return UserNames.set(name);
    }
  }

  @Command(name = "clear", description = "Go without one; anybody may take it then.")
  static final class Clear implements VerbCommand {
    @Override
    public Verb verb(InputStream input) {
      return UserNames.clear();
    }
  }
}
