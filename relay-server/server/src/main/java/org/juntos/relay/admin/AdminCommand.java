package org.juntos.relay.admin;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What an operator does on a running relay from the command line.
@Command(
    name = "juntos relay admin",
    mixinStandardHelpOptions = true,
    subcommands = {InviteCommand.class, LoginCommand.class, QuotaCommand.class},
    description = {
      "Looks into a running relay and acts on it, through its operator's port. Run it as the user",
      "that runs the relay: the secret is in the data folder.",
      ""
    })
public final class AdminCommand implements Runnable {
  /// First argument that asks for it.
  public static final String NAME = "admin";

  private final SecureRandom random;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Data folder of the running relay.")
  private @Nullable Path data;

  @Option(names = "--json", description = "Print the relay's answer as it is.")
  private boolean json;

  /// Makes passwords from `random`.
  public AdminCommand(SecureRandom random) {
    this.random = random;
  }

  @Override
  public void run() {
    throw new ParameterException(command().commandLine(), "say what to do; --help lists it");
  }

  @Command(description = "How many accounts there are, what they hold, and their ids.")
  int accounts(
      @Option(names = "--after", paramLabel = "ID", description = "Only ids after this one.")
          @Nullable String after)
      throws IOException {
    return print("GET", after == null ? "accounts" : "accounts-after/" + word(after));
  }

  @Command(description = "What is held on one account.")
  int show(@Parameters(paramLabel = "ID") String account) throws IOException {
    return print("GET", "accounts/" + word(account));
  }

  @Command(description = "Delete an account: devices, keys, messages that wait, files.")
  int delete(
      @Parameters(paramLabel = "ID") String account,
      @Option(names = "--yes", description = "Needed: nothing brings it back.") boolean yes)
      throws IOException {
    if (!yes) {
      throw new ParameterException(
          command().commandLine(),
          "this deletes all that is held on " + account + " for good; add --yes");
    }
    return print("DELETE", "accounts/" + word(account));
  }

  @Command(description = "Keep an account out for now; nothing that it holds is lost.")
  int suspend(@Parameters(paramLabel = "ID") String account) throws IOException {
    return print("PUT", "suspensions/" + word(account));
  }

  @Command(description = "Let a suspended account in again.")
  int resume(@Parameters(paramLabel = "ID") String account) throws IOException {
    return print("DELETE", "suspensions/" + word(account));
  }

  @Command(
      description = {
        "Which accounts were reported, how often and why; not by whom, and nothing that they wrote."
      })
  int reports(
      @Option(
              names = "--clear",
              paramLabel = "ID",
              description = "Forget the reports of this account.")
          @Nullable String cleared)
      throws IOException {
    return cleared == null ? print("GET", "reports") : print("DELETE", "reports/" + word(cleared));
  }

  @Command(description = "The limits in force.")
  int limits() throws IOException {
    return print("GET", "limits");
  }

  @Command(description = "Messages and files a day, by size; numbers only.")
  int audit(@Option(names = "--days", paramLabel = "N", defaultValue = "30") int days)
      throws IOException {
    return print("GET", "audit/" + days);
  }

  @Command(description = "Remove what is over now instead of within half a minute.")
  int sweep() throws IOException {
    return print("POST", "sweep");
  }

  @Command(
      name = "console-password",
      description = {
        "Set the console's password and print it; who is logged in is logged out. The relay",
        "need not run."
      })
  int consolePassword(
      @Option(names = "--stdin", description = "Read it from standard input instead of making one.")
          boolean given)
      throws IOException {
    var password = given ? read(command().commandLine()) : ConsolePassword.fresh(random);
    ConsolePassword.in(folder()).set(password, random);
    if (!given) {
      command().commandLine().getOut().println(password);
    }
    return 0;
  }

  private static String read(CommandLine line) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var password = in.readLine();
    if (password == null || password.strip().length() < ConsolePassword.SHORTEST) {
      throw new ParameterException(
          line, "a password has at least " + ConsolePassword.SHORTEST + " characters");
    }
    return password.strip();
  }

  private Path folder() {
    var folder = data;
    if (folder == null) {
      throw new IllegalStateException("picocli demands --data");
    }
    return folder;
  }

  private int print(String method, String path) throws IOException {
    return print(method, path, Map.of());
  }

  /// Asks the relay and prints its answer; the exit code.
  int print(String method, String path, Map<String, ?> asked) throws IOException {
    try (var client = AdminClient.of(folder())) {
      var fields = client.ask(method, path, asked);
      var out = command().commandLine().getOut();
      if (json) {
        out.println(JSON.std.asString(fields));
      } else {
        print(fields, "", out);
      }
    }
    return 0;
  }

  private static void print(Map<?, ?> fields, String indent, PrintWriter out) {
    if (Map.of("done", true).equals(fields)) {
      out.println("done");
      return;
    }
    fields.forEach((name, value) -> {
      if (value instanceof List<?> many) {
        out.println(indent + name + ":" + (many.isEmpty() ? " none" : ""));
        many.forEach(one -> out.println(indent + "  " + line(one)));
      } else {
        out.println(indent + name + ": " + value);
      }
    });
  }

  /// One element of a list on one line.
  private static String line(Object one) {
    if (!(one instanceof Map<?, ?> fields)) {
      return String.valueOf(one);
    }
    var line = new StringBuilder();
    fields.forEach((name, value) ->
        line.append(line.isEmpty() ? "" : "  ").append(name).append(' ').append(value));
    return line.toString();
  }

  static String word(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private CommandSpec command() {
    var known = spec;
    if (known == null) {
      throw new IllegalStateException("the command line was not set up");
    }
    return known;
  }
}
