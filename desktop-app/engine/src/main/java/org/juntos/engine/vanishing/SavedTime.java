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
      var doubted = parts.length > 2 ? Instant.parse(parts[2]) : null;
      return new Saved(Instant.parse(parts[0]), Instant.parse(parts[1]), doubted);
    } catch (DateTimeException | ArrayIndexOutOfBoundsException _) {
      return null;
    }
  }

  static void keep(Transaction txn, Saved saved) {
    var doubted = saved.doubtedSince() == null ? "" : " " + saved.doubtedSince();
    txn.settings().put(KEY, saved.steady() + " " + saved.clock() + doubted);
  }
}
