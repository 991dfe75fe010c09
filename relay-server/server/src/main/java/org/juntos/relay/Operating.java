package org.juntos.relay;

import java.time.Duration;
import org.juntos.relay.config.Port;

/// How a relay is run and watched.
///
/// @param adminHost address of the operator's port
/// @param adminPort 0 takes any free one, [Port#OFF] none
/// @param console who is shown the console
/// @param drain how long running requests may take once the relay stops
/// @param addressesLogged how long after the start network addresses stand in the log; zero is
///   never
/// @param log form of the log
/// @param push how devices without a stream are woken
/// @param turn servers that carry calls
public record Operating(
    String adminHost,
    int adminPort,
    ConsoleAccess console,
    Duration drain,
    Duration addressesLogged,
    LogFormat log,
    PushOptions push,
    TurnOptions turn) {
  /// For relays that run inside other programs: no operator's port.
  public static Operating quiet() {
    return new Operating(
        RelayOptions.LOOPBACK,
        Port.OFF,
        new ConsoleAccess.Local(),
        Duration.ofSeconds(5),
        Duration.ZERO,
        LogFormat.AUTO,
        PushOptions.standard(),
        TurnOptions.NONE);
  }

  /// The same with an operator's port on any free port of loopback.
  public Operating withAdminPort() {
    return new Operating(adminHost, 0, console, drain, addressesLogged, log, push, turn);
  }

  /// The same with the console shown to others.
  public Operating withConsole(ConsoleAccess other) {
    return new Operating(adminHost, adminPort, other, drain, addressesLogged, log, push, turn);
  }

  /// The same with devices woken otherwise.
  public Operating withPush(PushOptions other) {
    return new Operating(adminHost, adminPort, console, drain, addressesLogged, log, other, turn);
  }
}
