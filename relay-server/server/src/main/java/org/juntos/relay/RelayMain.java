package org.juntos.relay;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.juntos.relay.http.Version;
import org.juntos.relay.store.StoreUnusableException;
import picocli.CommandLine;

/// The command `juntos relay`.
public final class RelayMain {
  private RelayMain() {}

  /// Runs until it is told to stop. Exit codes: 0 stopped, 1 cannot start, 2 wrong command line.
  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = execute(arguments, options -> run(options, out), out, err);
    if (code != 0) {
      System.exit(code);
    }
  }

  /// Reads the command line and runs it; the exit code.
  static int execute(
      String[] arguments, RelayCommand.Runner runner, PrintWriter out, PrintWriter err) {
    boolean held = arguments.length > 0 && arguments[0].equals(HeldCommand.NAME);
    return new CommandLine(held ? new HeldCommand(out) : new RelayCommand(runner))
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler((wrong, _) -> {
          err.println("juntos relay: " + wrong.getMessage() + " (see --help)");
          return CommandLine.ExitCode.USAGE;
        })
        .setExecutionExceptionHandler((failed, _, _) -> {
          if (failed instanceof RelayStartException || failed instanceof StoreUnusableException) {
            err.println("juntos relay: " + failed.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
          }
          throw failed;
        })
        .execute(held ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments);
  }

  private static void run(RelayOptions options, PrintWriter out)
      throws RelayStartException, InterruptedException {
    var stopped = new CountDownLatch(1);
    var relay = Relay.start(options, InstantSource.system(), new SecureRandom());
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("relay-stop")
                .unstarted(() -> {
                  relay.close();
                  stopped.countDown();
                }));
    out.println(
        Version.NAME
            + " "
            + Version.NUMBER
            + " ready at "
            + relay.address()
            + " invite "
            + relay.inviteLink());
    stopped.await();
  }
}
