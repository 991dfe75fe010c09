package org.juntos.bench.client.search;

import java.util.Locale;

/// What was measured.
public record SearchFigures(Stored stored, Looked looked, Compared compared) {
  /// @param writeMicros to store a message, 2,000 in a transaction
  /// @param indexMicros to index one
  /// @param historyBytes of the database without the index
  record Stored(
      int messages, double writeMicros, double indexMicros, long historyBytes, long indexBytes) {}

  /// @param alone the first page, of up to 50 messages
  /// @param beside the same while messages come in
  /// @param commit five messages that come in, with nothing else going on
  /// @param commitBeside the same while somebody searches without a pause
  record Looked(Times alone, Times beside, Times commit, Times commitBeside) {}

  /// @param equal whether all counts are those of reading everything
  /// @param found how many there were altogether
  /// @param counting what a count took
  record Compared(int questions, boolean equal, long found, Times counting) {}

  /// Whether every count was right.
  public boolean equal() {
    return compared.equal();
  }

  /// For scripts.
  public String json() {
    return String.format(
        Locale.ROOT,
        "{\"messages\":%d,\"writeMicros\":%.1f,\"indexMicros\":%.1f,\"historyBytes\":%d,"
            + "\"indexBytes\":%d,\"firstPage\":%s,\"firstPageWhileReceiving\":%s,\"commit\":%s,"
            + "\"commitWhileSearching\":%s,\"count\":%s,\"countsCompared\":%d,\"countsEqual\":%b,"
            + "\"found\":%d}",
        stored.messages,
        stored.writeMicros,
        stored.indexMicros,
        stored.historyBytes,
        stored.indexBytes,
        looked.alone.json(),
        looked.beside.json(),
        looked.commit.json(),
        looked.commitBeside.json(),
        compared.counting.json(),
        compared.questions,
        compared.equal,
        compared.found);
  }
}
