package org.juntos.relay.limit;

import java.time.Duration;

/// What one-time codes may cost together, so that nobody earns by having them sent (SMS pumping:
/// numbers of one block, asked for from many places, whose codes nobody enters).
///
/// @param perNetworkPerHour codes asked for from one neighbourhood of addresses (IPv4 /24, IPv6
///   /48)
/// @param perPrefixPerHour codes to numbers that begin alike, or to one e-mail domain
/// @param perDay codes altogether
/// @param breaker when numbers that begin alike get none for a while
public record CodeBudgets(
    int perNetworkPerHour, int perPrefixPerHour, int perDay, Breaker breaker) {
  private static final int MANY = Integer.MAX_VALUE;

  /// Closes a prefix when fewer than `percent` of its last `codes` codes were entered.
  ///
  /// @param codes how many are looked at; [Integer#MAX_VALUE] never closes
  /// @param grace how long a code may take until it counts as not entered
  /// @param pause how long the prefix stays closed; then it is judged anew
  public record Breaker(int codes, int percent, Duration grace, Duration pause) {
    /// The same with another threshold; 0 never closes.
    public Breaker withPercent(int other) {
      return new Breaker(codes, other, grace, pause);
    }

    /// Whether it can close at all.
    public boolean isOn() {
      return codes != MANY && percent > 0;
    }
  }

  /// For a relay in daily use.
  public static CodeBudgets standard() {
    return new CodeBudgets(
        200, 200, 5_000, new Breaker(20, 25, Duration.ofMinutes(5), Duration.ofHours(1)));
  }

  /// No budgets.
  public static CodeBudgets unhurried() {
    return new CodeBudgets(
        MANY, MANY, MANY, new Breaker(MANY, 0, Duration.ofMinutes(5), Duration.ofHours(1)));
  }
}
