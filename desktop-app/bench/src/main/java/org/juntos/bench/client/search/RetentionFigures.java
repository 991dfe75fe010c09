package org.juntos.bench.client.search;

import java.time.Duration;
import java.util.Locale;

/// What removing a part of a history took.
///
/// @param older messages that were to be removed
/// @param left of them afterwards; 0 when all went
/// @param took with the pauses in between
/// @param cpu of the whole process meanwhile, also for the messages that came in
/// @param turn of the loop that removes
/// @param commit five messages that come in, with nothing else going on
/// @param commitBeside the same meanwhile: the longest pause of a writer
public record RetentionFigures(
    int messages,
    long older,
    long left,
    Duration took,
    Duration cpu,
    Times turn,
    Times commit,
    Times commitBeside) {
  /// For scripts.
  public String json() {
    return String.format(
        Locale.ROOT,
        "{\"messages\":%d,\"removed\":%d,\"left\":%d,\"seconds\":%.1f,\"cpuSeconds\":%.1f,"
            + "\"turn\":%s,\"commit\":%s,\"commitWhileRemoving\":%s}",
        messages,
        older - left,
        left,
        took.toMillis() / 1000.0,
        cpu.toMillis() / 1000.0,
        turn.json(),
        commit.json(),
        commitBeside.json());
  }
}
