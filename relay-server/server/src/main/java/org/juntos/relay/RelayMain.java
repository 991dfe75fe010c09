package org.juntos.relay;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.config.Settings;
import org.juntos.relay.http.Version;
import org.juntos.relay.log.LogSetup;

/// The command `juntos relay`.
public final class RelayMain {
  private RelayMain() {}

  /// Runs until it is told to stop. Exit codes: 0 stopped, 1 cannot start, 2 wrong command line.
  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = execute(arguments, System.getenv(), new Forever(out), out, err);
    if (code != 0) {
      System.exit(code);
    }
  }

  /// Reads the command line and runs it; the exit code.
  static int execute(
      String[] arguments,
      Map<String, String> environment,
      RelayCommand.Runner runner,
      PrintWriter out,
      PrintWriter err) {
    return new Program(environment, InstantSource.system(), new SecureRandom(), out, err)
        .run(List.of(arguments), runner);
  }

  /// Runs a relay until the process is told to stop.
  private record Forever(PrintWriter out) implements RelayCommand.Runner {
    @Override
    public int run(RelayOptions options) throws RelayStartException, InterruptedException {
      return run(options, List.of());
    }

    @Override
    public int run(RelayOptions options, List<Settings.Effective> settings)
        throws RelayStartException, InterruptedException {
      return RelayMain.run(options, settings, out);
    }
  }

  private static int run(RelayOptions options, List<Settings.Effective> settings, PrintWriter out)
      throws RelayStartException, InterruptedException {
    System.setProperty(LogSetup.FORM, options.operating().log().form(isTerminal(System.console())));
    var stopped = new CountDownLatch(1);
    var relay = Relay.start(options, settings, InstantSource.system(), new SecureRandom());
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
    return 0;
  }

  private static boolean isTerminal(@Nullable Console console) {
    return console != null && console.isTerminal();
  }
}
