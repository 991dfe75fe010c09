package org.juntos.relay;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.admission.AdmissionLimits;
import org.juntos.relay.admission.Way;

/// Who may have an account.
///
/// @param ways the ways in that are on
/// @param openId the identity provider; null where that way is off, or is served elsewhere
public record AdmissionOptions(
    Set<Way> ways, AdmissionLimits limits, @Nullable OpenIdOptions openId) {
  public AdmissionOptions {
    ways = Set.copyOf(ways);
  }

  /// These ways, without limits of their own.
  public static AdmissionOptions of(Way... ways) {
    return new AdmissionOptions(Set.of(ways), AdmissionLimits.unhurried(), null);
  }

  boolean has(Way way) {
    return ways.contains(way);
  }
}
