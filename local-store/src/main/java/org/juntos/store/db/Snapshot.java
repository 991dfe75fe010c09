package org.juntos.store.db;

import java.time.Instant;

/// An encrypted copy of the database, under the same key.
///
/// @param name of its file in the profile's snapshot folder
/// @param takenAt to the second
public record Snapshot(String name, Reason reason, Instant takenAt, long bytes) {
  /// Why it was taken. The newest few of each reason are kept.
  public enum Reason {
    DAILY,
    BEFORE_MIGRATION,
    ASKED
  }
}
