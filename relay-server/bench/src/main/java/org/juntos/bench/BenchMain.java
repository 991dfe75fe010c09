package org.juntos.bench;

import picocli.CommandLine;

/// The command `juntos bench relay`.
public final class BenchMain {
  private BenchMain() {}

  /// Runs the bench and exits with its code.
  public static void main(String[] arguments) {
    var command =
        new CommandLine(new RelayBench())
            .setParameterExceptionHandler((wrong, _) -> {
              System.err.println("bench: " + wrong.getMessage() + " (see --help)");
              return CommandLine.ExitCode.USAGE;
            })
            .setExecutionExceptionHandler((failure, _, _) -> {
              System.err.println("bench: " + failure.getMessage());
              return CommandLine.ExitCode.SOFTWARE;
            });
    System.exit(command.execute(arguments));
  }
}
