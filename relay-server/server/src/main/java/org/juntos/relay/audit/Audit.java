package org.juntos.relay.audit;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/// Counts messages and files by size class in memory, and hands the counts to the store now and
/// then: what a kill takes with it is what came since the last [#keep]. Thread-safe; counting costs
/// two additions.
public final class Audit {
  private static final int DAYS_KEPT = 400;
  private static final long KIB = 1_024;

  private final AuditStore store;
  private final InstantSource clock;
  private final Classes messages =
      new Classes("message", KIB, 4 * KIB, 16 * KIB, 64 * KIB, 256 * KIB);
  private final Classes files =
      new Classes(
          "file", 64 * KIB, 1_024 * KIB, 16 * 1_024 * KIB, 128 * 1_024 * KIB, Long.MAX_VALUE);

  /// Keeps in `store`.
  public Audit(AuditStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// An envelope of so many bytes was accepted.
  public void message(long bytes) {
    messages.add(bytes);
  }

  /// A file of so many bytes was announced.
  public void file(long bytes) {
    files.add(bytes);
  }

  /// Makes what was counted until now durable, for the day that it is now.
  public synchronized void keep() throws IOException {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var lines = new ArrayList<AuditLine>();
    messages.take(today, lines);
    files.take(today, lines);
    if (!lines.isEmpty()) {
      try {
        store.add(lines);
      } catch (IOException failed) {
        lines.forEach(line -> (line.kind().equals("file") ? files : messages).giveBack(line));
        throw failed;
      }
    }
    store.forget(today.minusDays(DAYS_KEPT));
  }

  /// The last `days` days, today included.
  public List<AuditLine> lastDays(int days) throws IOException {
    keep();
    return store.since(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(days - 1L));
  }

  /// The size classes of one kind.
  private static final class Classes {
    private final String kind;
    private final long[] upTo;
    private final LongAdder[] counts;
    private final LongAdder[] bytes;

    Classes(String kind, long... upTo) {
      this.kind = kind;
      this.upTo = upTo;
      this.counts = adders(upTo.length);
      this.bytes = adders(upTo.length);
    }

    private static LongAdder[] adders(int length) {
      var adders = new LongAdder[length];
      for (int i = 0; i < length; i++) {
        adders[i] = new LongAdder();
      }
      return adders;
    }

    void add(long size) {
      int at = 0;
      while (at < upTo.length - 1 && size > upTo[at]) {
        at++;
      }
      counts[at].increment();
      bytes[at].add(size);
    }

    void take(LocalDate day, List<AuditLine> into) {
      for (int i = 0; i < upTo.length; i++) {
        long count = counts[i].sumThenReset();
        long size = bytes[i].sumThenReset();
        if (count + size > 0) {
          into.add(new AuditLine(day, kind, upTo[i], count, size));
        }
      }
    }

    void giveBack(AuditLine line) {
      for (int i = 0; i < upTo.length; i++) {
        if (upTo[i] == line.upToBytes()) {
          counts[i].add(line.count());
          bytes[i].add(line.bytes());
        }
      }
    }
  }
}
