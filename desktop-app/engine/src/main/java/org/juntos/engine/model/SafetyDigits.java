package org.juntos.engine.model;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.Bytes;

/// What two people compare to know that nobody sits between them. Slow on purpose (milliseconds),
/// so it is worked out when somebody looks. Two of the same key are equal. Thread-safe.
public final class SafetyDigits {
  /// While the other's key is not known.
  public static final SafetyDigits UNKNOWN = new SafetyDigits(Bytes.EMPTY, () -> "");

  private final Bytes identityKey;
  private final Supplier<String> source;
  private final AtomicReference<@Nullable String> known = new AtomicReference<>();

  /// @param identityKey the other's; empty when it is not known
  /// @param source works it out, on whatever thread looks, each time with the same answer
  public SafetyDigits(Bytes identityKey, Supplier<String> source) {
    this.identityKey = identityKey;
    this.source = source;
  }

  /// Whether there is anything to compare.
  public boolean isKnown() {
    return !identityKey.isEmpty();
  }

  /// 60 digits in 12 groups of 5; empty when the other's key is not known.
  public String text() {
    var text = known.get();
    if (text == null) {
      text = source.get();
      known.set(text);
    }
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SafetyDigits that && identityKey.equals(that.identityKey);
  }

  @Override
  public int hashCode() {
    return identityKey.hashCode();
  }

  @Override
  public String toString() {
    return "SafetyDigits(" + (isKnown() ? "known" : "unknown") + ")";
  }
}
