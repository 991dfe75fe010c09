package org.juntos.engine.vanishing;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.time.SteadyTime.Saved;
import org.juntos.store.Transaction;

/// Steady time as it is kept between two runs.
public final class SavedTime {
  private static final String KEY = "time.steady";

  private SavedTime() {}

  /// Null when there is none that makes sense.
  public static @Nullable Saved read(Transaction txn) {
    var text = txn.settings().get(KEY);
    if (text == null) {
      return null;
    }
    var parts = text.split(" ", -1);
    try {
      return new Saved(Instant.parse(parts[0]), Instant.parse(parts[parts.length - 1]));
    } catch (DateTimeException _) {
      return null;
    }
  }

  static void keep(Transaction txn, Saved saved) {
    txn.settings().put(KEY, saved.steady() + " " + saved.clock());
  }
}
