package org.juntos.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command `juntos bench`.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures Juntos on this machine.",
    subcommands = RelayBench.class)
public final class BenchMain {
  private BenchMain() {}

  /// Runs one bench and exits with its code.
  public static void main(String[] arguments) {
    var command = new CommandLine(new BenchMain());
    command.setExecutionExceptionHandler((failure, _, _) -> {
      System.err.println("bench: " + failure.getMessage());
      return 1;
    });
    System.exit(arguments.length == 0 ? usage(command) : command.execute(arguments));
  }

  private static int usage(CommandLine command) {
    command.usage(System.err);
    return 2;
  }
}
