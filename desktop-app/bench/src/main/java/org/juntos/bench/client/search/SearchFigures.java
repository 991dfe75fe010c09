package org.juntos.bench.client.search;

import java.util.Locale;

/// What was measured.
///
/// @param writeMicros to store a message, 2,000 in a transaction
/// @param indexMicros to index a message
/// @param historyBytes of the database without the index
/// @param firstPage of up to 50 messages, cold pages included
/// @param firstPageBeside the same while messages come in
/// @param counting all there are
/// @param commit five messages that come in, with nothing else going on
/// @param commitBeside the same while somebody searches without a pause
/// @param equal whether all counts are those of reading everything
/// @param found how many there were altogether
public record SearchFigures(
    int messages,
    double writeMicros,
    double indexMicros,
    long historyBytes,
    long indexBytes,
    Times firstPage,
    Times firstPageBeside,
    Times counting,
    Times commit,
    Times commitBeside,
    int compared,
    boolean equal,
    long found) {
  /// For scripts.
  public String json() {
    return String.format(
        Locale.ROOT,
        "{\"messages\":%d,\"writeMicros\":%.1f,\"indexMicros\":%.1f,\"historyBytes\":%d,"
            + "\"indexBytes\":%d,\"firstPage\":%s,\"firstPageWhileReceiving\":%s,\"count\":%s,"
            + "\"commit\":%s,\"commitWhileSearching\":%s,\"countsCompared\":%d,\"countsEqual\":%b,"
            + "\"found\":%d}",
        messages,
        writeMicros,
        indexMicros,
        historyBytes,
        indexBytes,
        firstPage.json(),
        firstPageBeside.json(),
        counting.json(),
        commit.json(),
        commitBeside.json(),
        compared,
        equal,
        found);
  }
}
