package org.juntos.bench;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import picocli.CommandLine;

/// Benches are run, and what they print is read.
public abstract class PrintedBench {
  private final PrintStream console = System.out;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @AfterEach
  void give_back_the_console() {
    System.setOut(console);
  }

  /// Runs `bench`; its exit code.
  protected final int run(Callable<Integer> bench, String... arguments) {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    return new CommandLine(bench).execute(arguments);
  }

  /// All that was printed, without the last line break.
  protected final String printed() {
    return out.toString(StandardCharsets.UTF_8).strip();
  }
}
