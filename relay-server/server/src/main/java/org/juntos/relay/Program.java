package org.juntos.relay;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.juntos.relay.admin.AdminCommand;
import org.juntos.relay.config.Sample;
import org.juntos.relay.config.Settings;
import org.juntos.relay.config.WrongSettingException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// Finds the command that the words of a command line name, and runs it.
final class Program {
  private static final String NAME = "juntos relay";

  private final Map<String, String> environment;
  private final InstantSource clock;
  private final SecureRandom random;
  private final PrintWriter out;
  private final PrintWriter err;

  Program(
      Map<String, String> environment,
      InstantSource clock,
      SecureRandom random,
      PrintWriter out,
      PrintWriter err) {
    this.clock = clock;
    this.random = random;
    this.environment = Map.copyOf(environment);
    this.out = out;
    this.err = err;
  }

  /// What is done with settings that were read; the exit code.
  private interface Use {
    int of(RelayOptions options, CommandSpec command, Settings settings)
        throws IOException, InterruptedException;
  }

  /// Runs `arguments`; a relay is run by `runner`.
  int run(List<String> arguments, RelayCommand.Runner runner) {
    var verb = arguments.isEmpty() ? "" : arguments.getFirst();
    var rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
    return switch (verb) {
      case FolderCommands.HELD, FolderCommands.BACKUP, FolderCommands.RESTORE ->
          plain(new FolderCommands(out, clock), arguments);
      case AdminCommand.NAME -> plain(new AdminCommand(random), rest);
      case "doctor" -> doctor(rest);
      case "config" -> config(rest);
      default ->
          settled(
              NAME,
              arguments,
              (options, command, settings) -> runner.run(options, settings.effective(command)));
    };
  }

  private int plain(Object command, List<String> arguments) {
    return line(command)
        .setParameterExceptionHandler((wrong, _) -> wrong(String.valueOf(wrong.getMessage())))
        .execute(arguments.toArray(new String[0]));
  }

  private int config(List<String> arguments) {
    var verb = arguments.isEmpty() ? "" : arguments.getFirst();
    var rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
    return switch (verb) {
      case "check" ->
          settled(NAME + " config check", rest, (_, _, _) -> said("the settings are good"));
      case "show" -> settled(NAME + " config show", rest, this::show);
      case "sample" -> {
        out.print(Sample.of(line(new RelayCommand(_ -> 0)).getCommandSpec()));
        out.flush();
        yield 0;
      }
      default -> wrong("config takes check, show or sample");
    };
  }

  /// The same options as the relay's, and `--json`.
  private int doctor(List<String> arguments) {
    var json = arguments.contains("--json");
    var rest = arguments.stream().filter(word -> !word.equals("--json")).toList();
    return settled(
        NAME + " doctor",
        rest,
        (options, _, _) ->
            Doctor.report(Doctor.examine(options, clock, random, environment), json, out));
  }

  private int show(RelayOptions options, CommandSpec command, Settings settings) {
    settings.effective(command).forEach(out::println);
    return 0;
  }

  private int said(String sentence) {
    out.println(sentence);
    return 0;
  }

  /// Reads the settings as `juntos relay` does and hands them on.
  private int settled(String name, List<String> arguments, Use use) {
    try {
      var settings = Settings.of(arguments, environment);
      var spec = new CommandSpec[1];
      var line = line(new RelayCommand(options -> use.of(options, spec[0], settings)));
      spec[0] = line.getCommandSpec().name(name);
      settings.check(spec[0]);
      return line.setDefaultValueProvider(settings)
          .setParameterExceptionHandler((wrong, _) -> wrong(settings.located(wrong, arguments)))
          .execute(arguments.toArray(new String[0]));
    } catch (WrongSettingException unusable) {
      return wrong(String.valueOf(unusable.getMessage()));
    }
  }

  private CommandLine line(Object command) {
    return new CommandLine(command)
        .setExpandAtFiles(false) // a note may begin with @
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler((failed, _, _) -> {
          if (failed instanceof IOException io) { // its message is a line for the operator
            err.println(NAME + ": " + sentence(io));
            return CommandLine.ExitCode.SOFTWARE;
          }
          throw failed;
        });
  }

  /// What the file system throws says little more than a name.
  private static String sentence(IOException failed) {
    if (!(failed instanceof FileSystemException refused)) {
      return String.valueOf(failed.getMessage());
    }
    var reason = refused.getReason();
    return "cannot use "
        + refused.getFile()
        + ": "
        + (reason == null ? refused.getClass().getSimpleName() : reason);
  }

  private int wrong(String sentence) {
    err.println(NAME + ": " + sentence + " (see --help)");
    return CommandLine.ExitCode.USAGE;
  }
}
