package org.juntos.content;

/// For how long a person keeps history.
///
/// @param days 0: for ever
public record Keeping(int days) {
  /// Everything stays.
  public static final Keeping FOR_EVER = new Keeping(0);

  /// A hundred years.
  public static final int MOST_DAYS = 36_525;

  public Keeping {
    if (days < 0 || days > MOST_DAYS) {
      throw new IllegalArgumentException("nobody keeps anything for " + days + " days");
    }
  }

  /// Whether nothing is removed.
  public boolean isForEver() {
    return days == 0;
  }
}
