package org.juntos.engine.device;

import java.time.Instant;
import org.juntos.store.Transaction;

/// Devices that were given what they need to join this account, and have not been heard of yet; and
/// which numbers lists of devices may have.
public final class PendingLinks {
  private static final String UNTIL = "device.expectedUntil.";
  private static final String REVISION = "device.lastRevision";

  private PendingLinks() {}

  /// Notes that a device is going to write.
  public static void expect(Transaction txn, int device, Instant until) {
    txn.settings().put(UNTIL + device, until.toString());
  }

  /// Whether a device that is on no list yet may be one that was just added.
  public static boolean isExpected(Transaction txn, int device, Instant now) {
    return now.isBefore(until(txn, device));
  }

  private static Instant until(Transaction txn, int device) {
    var until = txn.settings().get(UNTIL + device);
    return until == null ? Instant.MIN : Instant.parse(until);
  }

  /// A revision that no list has had, also none that came to nothing: two lists of one revision
  /// would be held against the account.
  ///
  /// @param known the highest that was seen
  public static int nextRevision(Transaction txn, int known) {
    var last = txn.settings().get(REVISION);
    int next = Math.max(known, last == null ? 0 : Integer.parseInt(last)) + 1;
    txn.settings().put(REVISION, Integer.toString(next));
    return next;
  }
}
