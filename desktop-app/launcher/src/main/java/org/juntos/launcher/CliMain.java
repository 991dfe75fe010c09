package org.juntos.launcher;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.juntos.cli.Cli;
import org.juntos.cli.Streams;
import org.juntos.cli.verb.Refusal;

/// Starts the client without a window.
public final class CliMain {
  private CliMain() {}

  /// Runs one command line and exits with its code.
  public static void main(String[] arguments) throws InterruptedException {
    var streams = Streams.standard();
    var ended = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> sayThatItWasStopped(streams, arguments, ended)));
    int code = run(streams, arguments);
    ended.set(true);
    System.exit(code);
  }

  private static int run(Streams streams, String[] arguments) throws InterruptedException {
    try (var wiring = Wiring.ofUser()) {
      return new Cli(wiring::engine, streams, InstantSource.system()).run(arguments);
    } catch (IOException e) {
      return Cli.fail(
          streams,
          arguments,
          Refusal.of(
              "cache-unwritable",
              "The cache folder cannot be used: " + e.getMessage(),
              "Check its permissions and the free space, or set XDG_CACHE_HOME to another folder."));
    }
  }

  /// Runs when the process ends, whatever ends it but kill -9.
  private static void sayThatItWasStopped(
      Streams streams, String[] arguments, AtomicBoolean ended) {
    if (!ended.get()) {
      Cli.fail(
          streams,
          arguments,
          Refusal.of(
              "stopped",
              "A signal stopped the command.",
              "What was committed stays and goes on with the next command."));
    }
  }
}
