package org.juntos.relay.admission;

/// How often somebody may try. A network address is an IPv4 address or an IPv6 /64.
///
/// @param triesPerAddressPerHour invites, and passwords, from one network address
/// @param triesPerNamePerHour passwords of one user name
/// @param openPerAddressPerDay accounts from one network address while admission is open
public record AdmissionLimits(
    int triesPerAddressPerHour, int triesPerNamePerHour, int openPerAddressPerDay) {
  /// For a relay in daily use.
  public static AdmissionLimits standard() {
    return new AdmissionLimits(30, 20, 5);
  }

  /// No limits.
  public static AdmissionLimits unhurried() {
    return new AdmissionLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }
}
