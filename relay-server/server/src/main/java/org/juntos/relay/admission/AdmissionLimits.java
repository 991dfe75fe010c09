package org.juntos.relay.admission;

/// How often one network address (IPv4, or IPv6 /64) may try.
///
/// @param triesPerAddressPerHour invites shown
/// @param openPerAddressPerDay accounts while admission is open
public record AdmissionLimits(int triesPerAddressPerHour, int openPerAddressPerDay) {
  /// For a relay in daily use.
  public static AdmissionLimits standard() {
    return new AdmissionLimits(30, 5);
  }

  /// No limits.
  public static AdmissionLimits unhurried() {
    return new AdmissionLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);
  }
}
