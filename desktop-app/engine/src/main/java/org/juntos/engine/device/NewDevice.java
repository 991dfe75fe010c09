package org.juntos.engine.device;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.store.Transaction;

/// This device has joined an account and has not introduced itself yet.
///
/// @param name what the person calls it
/// @param since it knows nothing that was said later
public record NewDevice(String name, Instant since) {
  private static final String NAME = "device.newName";
  private static final String SINCE = "device.newSince";

  /// Writes it down.
  public void put(Transaction txn) {
    txn.settings().put(NAME, name);
    txn.settings().put(SINCE, since.toString());
  }

  /// Null when it is not new.
  public static @Nullable NewDevice of(Transaction txn) {
    var name = txn.settings().get(NAME);
    var since = txn.settings().get(SINCE);
    return name == null || since == null ? null : new NewDevice(name, Instant.parse(since));
  }

  /// It has introduced itself.
  public static void done(Transaction txn) {
    txn.settings().remove(NAME);
    txn.settings().remove(SINCE);
  }
}
