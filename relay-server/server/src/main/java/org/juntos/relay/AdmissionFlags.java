package org.juntos.relay;

import java.util.List;
import java.util.Set;
import org.juntos.relay.admission.AdmissionLimits;
import org.juntos.relay.admission.Way;
import org.juntos.relay.config.Numbers;
import picocli.CommandLine.Option;

/// Options of the relay command about who may have an account.
final class AdmissionFlags {
  @Option(
      names = "--admission",
      split = ",",
      paramLabel = "code|invite|open",
      defaultValue = "code",
      description = {
        "How people get an account; several with commas between, or given several times.",
        "code: a one-time code to a phone or an e-mail address, whichever has a sender;",
        "invite: with an invite that `juntos relay admin invite` makes; open: anybody",
        "(default: ${DEFAULT-VALUE})."
      })
  private List<String> ways = List.of();

  @Option(
      names = "--invite-tries",
      paramLabel = "N",
      defaultValue = "30",
      converter = Numbers.Count.class,
      description = {
        "Invites tried an hour from one IPv4 address or IPv6 /64",
        "(default: ${DEFAULT-VALUE})."
      })
  private int inviteTries;

  @Option(
      names = "--open-per-address",
      paramLabel = "N",
      defaultValue = "5",
      converter = Numbers.Count.class,
      description = {
        "Accounts a day from one IPv4 address or IPv6 /64 while admission is open",
        "(default: ${DEFAULT-VALUE})."
      })
  private int openPerAddress;

  /// @param limited whether there are rate limits
  /// @throws IllegalArgumentException with one sentence when it cannot be meant so
  AdmissionOptions options(boolean limited) {
    Set<Way> on = OptionText.named("--admission", () -> OptionText.all(Way.class, ways));
    if (on.isEmpty()) {
      throw new IllegalArgumentException("--admission: there must be a way in");
    }
    return new AdmissionOptions(
        on,
        limited ? new AdmissionLimits(inviteTries, openPerAddress) : AdmissionLimits.unhurried());
  }
}
