package org.juntos.relay.admin;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Invites, from the command line.
@Command(
    name = "invite",
    mixinStandardHelpOptions = true,
    description = {"Makes, lists and revokes invites; for a relay with --admission invite.", ""})
final class InviteCommand implements Runnable {
  private static final String PATH = "invites";

  @ParentCommand private @Nullable AdminCommand admin;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "say create, list or revoke");
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Make an invite. Its link is shown once and kept nowhere.")
  int create(
      @Option(
              names = "--uses",
              paramLabel = "N",
              defaultValue = "1",
              description = "Accounts that it is good for (default: ${DEFAULT-VALUE}).")
          int uses,
      @Option(
              names = "--expires",
              paramLabel = "TIME",
              defaultValue = "7d",
              converter = Lifetime.class,
              description = "How long: 30m, 12h, 7d (default: ${DEFAULT-VALUE}).")
          Duration expires,
      @Option(
              names = "--note",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "What you remember it by; the relay keeps it.")
          String note)
      throws IOException {
    return admin()
        .print("POST", PATH, Map.of("uses", uses, "lifetime", expires + "", "note", note));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Invites, newest first, without their links.")
  int list() throws IOException {
    return admin().print("GET", PATH, Map.of());
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Make an invite void. Accounts made with it stay.")
  int revoke(@Parameters(paramLabel = "ID") String id) throws IOException {
    return admin().print("DELETE", PATH + "/" + AdminCommand.word(id), Map.of());
  }

  private AdminCommand admin() {
    var parent = admin;
    if (parent == null) {
      throw new IllegalStateException("the command line was not set up");
    }
    return parent;
  }
}
