package org.juntos.launcher;

import java.io.IOException;
import java.time.InstantSource;
import org.juntos.cli.Cli;
import org.juntos.cli.Streams;

/// Starts the client without a window.
public final class CliMain {
  private CliMain() {}

  /// Runs one command line and exits with its code.
  public static void main(String[] arguments) throws InterruptedException, IOException {
    int code;
    try (var wiring = Wiring.ofUser()) {
      var cli = new Cli(wiring::engine, Streams.standard(), InstantSource.system());
      code = cli.run(arguments);
    }
    System.exit(code);
  }
}
