package org.juntos.testkit.process;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.juntos.relay.OtpDelivery;
import org.juntos.relay.Relay;
import org.juntos.relay.RelayOptions;
import org.juntos.relay.limit.RelayLimits;

/// The real relay, without rate limits: `DATA CODES PORT`. Prints `ready ADDRESS` and serves until
/// standard input ends.
public final class RelayMain {
  private RelayMain() {}

  /// Blocks until standard input ends.
  ///
  /// @throws Exception when it cannot start: the process ends with the stack trace
  public static void main(String[] arguments) throws Exception {
    var options =
        RelayOptions.loopback(Path.of(arguments[0]))
            .withOtp(new OtpDelivery.ToFile(Path.of(arguments[1])))
            .withPort(Integer.parseInt(arguments[2]))
            .withLimits(RelayLimits.unhurried());
    try (var relay = Relay.start(options, InstantSource.system(), new SecureRandom())) {
      System.out.println("ready " + relay.address());
      while (System.in.read() >= 0) {}
    }
  }
}
