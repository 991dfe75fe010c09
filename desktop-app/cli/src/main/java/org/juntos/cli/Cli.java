package org.juntos.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.juntos.cli.command.DaemonCommand;
import org.juntos.cli.command.RootCommand;
import org.juntos.cli.command.VerbCommand;
import org.juntos.cli.daemon.Daemon;
import org.juntos.cli.output.Meter;
import org.juntos.cli.output.Printer;
import org.juntos.cli.verb.Desk;
import org.juntos.cli.verb.ExitCodes;
import org.juntos.cli.verb.Refusal;
import org.juntos.engine.Engine;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The program, without the wiring of its engine.
public final class Cli {
  private final EngineFactory engines;
  private final Streams streams;
  private final InstantSource clock;

  public Cli(EngineFactory engines, Streams streams, InstantSource clock) {
    this.engines = engines;
    this.streams = streams;
    this.clock = clock;
  }

  /// Runs one command line and returns the exit code; see [ExitCodes].
  public int run(String... arguments) throws InterruptedException {
    var root = new RootCommand();
    try {
      try {
        return execute(root, commands(root).parseArgs(arguments));
      } catch (ParameterException e) {
        throw Refusal.of("usage", oneLine(e), "See --help.");
      } catch (IOException e) {
        throw Refusal.of("output-closed", "Reading or writing ended: " + e.getMessage(), "");
      }
    } catch (Refusal refusal) {
      return fail(streams, arguments, refusal);
    } catch (RuntimeException fault) { // the last place that can say it in the promised form
      fault.printStackTrace(streams.err());
      return fail(
          streams,
          arguments,
          Refusal.of("fault", "A fault in Juntos: " + fault + ".", "Please report it."));
    }
  }

  /// A text is a text also when it begins with `@`, which would be a file with more arguments, or
  /// when an option has the same name.
  private static CommandLine commands(RootCommand root) {
    return new CommandLine(root).setExpandAtFiles(false).setAllowOptionsAsOptionParameters(true);
  }

  /// Says on standard error why a command line could not be carried out, and returns the exit code
  /// that belongs to it.
  public static int fail(Streams streams, String[] arguments, Refusal refusal) {
    var errors = new Printer(streams.err(), isJson(arguments));
    try {
      errors.print(refusal.line());
    } catch (IOException _) {
      return ExitCodes.of(refusal.problem().code()); // nobody reads: the exit code is left
    }
    return ExitCodes.of(refusal.problem().code());
  }

  /// For a command line that may not be understood; what stands behind `--` is no option.
  private static boolean isJson(String[] arguments) {
    return Stream.of(arguments).takeWhile(each -> !each.equals("--")).anyMatch("--json"::equals);
  }

  private int execute(RootCommand root, ParseResult parsed)
      throws Refusal, InterruptedException, IOException {
    var last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    if (last.isUsageHelpRequested() || last.isVersionHelpRequested()) {
      return explain(last);
    }
    var command = last.commandSpec().userObject();
    if (command instanceof VerbCommand asked) {
      runVerb(root, asked);
    } else if (command instanceof DaemonCommand) {
      runDaemon(root);
    } else {
      throw Refusal.of("usage", "A command is missing.", "See --help.");
    }
    return ExitCodes.DONE;
  }

  private void runVerb(RootCommand root, VerbCommand command)
      throws Refusal, InterruptedException, IOException {
    var verb = command.verb(streams.in());
    try (var engine = open(root.profile());
        var desk =
            new Desk(engine, root.profile(), root.keys(), clock, meter(streams.terminal()))) {
      desk.open(verb.isOnline(), verb.isForNewcomers());
      verb.begin(desk).finish(new Printer(streams.out(), root.isJson()));
    }
  }

  private void runDaemon(RootCommand root) throws Refusal, InterruptedException, IOException {
    try (var engine = open(root.profile());
        var desk = new Desk(engine, root.profile(), root.keys(), clock, meter(false))) {
      desk.open(true, true);
      new Daemon(desk, streams.in(), new Printer(streams.out(), true)).run();
    }
  }

  private Meter meter(boolean watched) {
    return new Meter(streams.err(), watched);
  }

  private Engine open(Path profile) throws Refusal {
    if (profile.toString().isEmpty()) {
      throw Refusal.of("usage", "--profile names no folder.", "See --help.");
    }
    try {
      return engines.open(profile);
    } catch (IOException e) {
      throw Refusal.of(
          "profile-unwritable",
          "The profile folder " + profile + " cannot be used: " + e.getMessage(),
          "Check its permissions and the free space.");
    }
  }

  private int explain(ParseResult asked) {
    var command = asked.commandSpec().commandLine();
    if (asked.isVersionHelpRequested()) {
      command.printVersionHelp(streams.out());
    } else {
      command.usage(streams.out());
    }
    streams.out().flush();
    return ExitCodes.DONE;
  }

  private static String oneLine(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return "There is no command or option " + unmatched.getUnmatched().getFirst() + ".";
    }
    var message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    return message.endsWith(".") ? message : message + ".";
  }
}
