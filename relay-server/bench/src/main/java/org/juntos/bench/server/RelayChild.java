package org.juntos.bench.server;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.juntos.bench.process.Serving;
import org.juntos.relay.OtpDelivery;
import org.juntos.relay.Relay;
import org.juntos.relay.RelayOptions;
import org.juntos.relay.Tls;
import org.juntos.relay.limit.RelayLimits;

/// The real relay, without rate limits: `DATA CODES [tls]`. Prints its address and serves until
/// standard input ends.
public final class RelayChild {
  private RelayChild() {}

  /// Blocks until standard input ends.
  ///
  /// @throws Exception when it cannot start: the process ends with the stack trace
  public static void main(String[] arguments) throws Exception {
    var options =
        RelayOptions.loopback(Path.of(arguments[0]))
            .withOtp(new OtpDelivery.ToFile(Path.of(arguments[1])))
            .withLimits(RelayLimits.unhurried())
            .withTls(arguments.length > 2 ? new Tls.SelfSigned() : new Tls.Off());
    try (var relay = Relay.start(options, InstantSource.system(), new SecureRandom())) {
      Serving.at(relay.address().toString());
    }
  }
}
