package org.juntos.relay.admin.console;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.admin.InviteDesk;
import org.juntos.relay.admin.Operator;
import org.juntos.relay.config.Settings;
import org.juntos.relay.http.Readiness;

/// What the console shows and acts on.
///
/// @param operator null without the account role
/// @param codes null without the otp role
/// @param invites null where they are off
/// @param settings those in force; empty when the program was not started by its command line
public record Sights(
    Readiness readiness,
    Supplier<Now> now,
    @Nullable Operator operator,
    @Nullable Supplier<Codes> codes,
    @Nullable InviteDesk invites,
    List<Settings.Effective> settings) {
  public Sights {
    settings = List.copyOf(settings);
  }

  /// How it is at the moment.
  ///
  /// @param freeDiskBytes NaN when that is not known
  public record Now(Duration uptime, int streams, int connections, double freeDiskBytes) {}

  /// One-time codes since the start.
  ///
  /// @param senders the kind of contact and what sends to it
  public record Codes(
      Map<String, String> senders, long sent, long failed, long proven, long wrong) {
    public Codes {
      senders = Map.copyOf(senders);
    }
  }
}
