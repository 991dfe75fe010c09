package org.juntos.relay.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// User names, from the command line.
@Command(
    name = "login",
    mixinStandardHelpOptions = true,
    description = {
      "Makes, lists and removes user names; for a relay with --admission password.",
      ""
    })
final class LoginCommand implements Runnable {
  private static final String PATH = "logins";

  @ParentCommand private @Nullable AdminCommand admin;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "say set, list or remove");
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description =
          "Make a user name, or give it another password. One that is made is shown once.")
  int set(
      @Parameters(paramLabel = "NAME") String name,
      @Option(
              names = "--password-file",
              paramLabel = "FILE",
              description = "Take its first line as the password instead of making one.")
          @Nullable Path file)
      throws IOException {
    return admin().print("POST", PATH, Map.of("name", name, "password", chosen(file)));
  }

  private static String chosen(@Nullable Path file) throws IOException {
    if (file == null) {
      return "";
    }
    var line = Files.readString(file).lines().findFirst().orElse("");
    if (line.isEmpty()) {
      throw new IOException("there is no password in " + file);
    }
    return line;
  }

  @Command(mixinStandardHelpOptions = true, description = "All user names.")
  int list() throws IOException {
    return admin().print("GET", PATH, Map.of());
  }

  @Command(
      mixinStandardHelpOptions = true,
      description =
          "Forget a user name. An account that was made with it stays; delete removes it.")
  int remove(@Parameters(paramLabel = "NAME") String name) throws IOException {
    return admin().print("DELETE", PATH + "/" + AdminCommand.word(name), Map.of());
  }

  private AdminCommand admin() {
    var parent = admin;
    if (parent == null) {
      throw new IllegalStateException("the command line was not set up");
    }
    return parent;
  }
}
