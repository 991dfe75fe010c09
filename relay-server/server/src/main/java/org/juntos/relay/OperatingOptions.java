package org.juntos.relay;

import java.time.Duration;
import org.juntos.relay.config.Numbers;
import org.juntos.relay.config.Port;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Options of the relay command about running and watching it.
final class OperatingOptions {
  @Option(
      names = "--admin-host",
      paramLabel = "H",
      defaultValue = RelayOptions.LOOPBACK,
      description =
          "Address of the operator's port: metrics and health (default: ${DEFAULT-VALUE}).")
  private String adminHost = RelayOptions.LOOPBACK;

  @Option(
      names = "--admin-port",
      paramLabel = "P|off",
      defaultValue = "0",
      converter = Port.OrOff.class,
      description = {
        "The operator's port, plain HTTP; 0 takes any free one, off none. Also what",
        "`juntos relay admin` talks to (default: ${DEFAULT-VALUE})."
      })
  private int adminPort;

  @Option(
      names = "--console",
      paramLabel = "off|local|NAME",
      defaultValue = "local",
      converter = ConsoleAccess.Converter.class,
      description = {
        "Web pages for the operator on that port, at /console, with a password: local shows",
        "them on this machine only; NAME also to those who come by this name through a proxy",
        "that does TLS and says so in X-Forwarded-Proto (default: ${DEFAULT-VALUE})."
      })
  private ConsoleAccess console = new ConsoleAccess.Local();

  @Option(
      names = "--drain-seconds",
      paramLabel = "S",
      defaultValue = "5",
      converter = Numbers.Seconds.class,
      description = "How long running requests may take when it stops (default: ${DEFAULT-VALUE}).")
  private int drainSeconds;

  @Option(
      names = "--log",
      paramLabel = "auto|text|json",
      defaultValue = "auto",
      converter = LogFormat.Converter.class,
      description = "Form of the log; auto is text on a terminal (default: ${DEFAULT-VALUE}).")
  private LogFormat log = LogFormat.AUTO;

  @Option(
      names = "--log-addresses-minutes",
      paramLabel = "M",
      defaultValue = "0",
      converter = Numbers.Minutes.class,
      description = {
        "How long after the start network addresses of requests stand in the log, to look",
        "into an attack; 0 is never, a day at most (default: ${DEFAULT-VALUE})."
      })
  private int logAddressesMinutes;

  @Mixin private final PushFlags push = new PushFlags();

  @Mixin private final TurnFlags turn = new TurnFlags();

  /// @throws IllegalArgumentException with one sentence when it cannot be meant so
  Operating operating() {
    return new Operating(
        adminHost,
        adminPort,
        console,
        Duration.ofSeconds(drainSeconds),
        Duration.ofMinutes(logAddressesMinutes),
        log,
        push.options(),
        turn.options());
  }
}
