package org.juntos.relay.store;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows whether the disk is nearly full. What the database has given up but not given back counts
/// as free for the database. Asks the file system at most once in [#FRESH] while there is plenty.
final class DiskSpace {
  private static final Duration FRESH = Duration.ofSeconds(1);

  /// So many reserves are more than is written in [#FRESH].
  private static final int PLENTY = 16;

  private static final Logger LOG = LoggerFactory.getLogger(DiskSpace.class);

  private final Source source;
  private final Source reusable;
  private final long reservedBytes;
  private final InstantSource clock;
  private Instant askedAt = Instant.EPOCH;
  private boolean plenty;
  private boolean scarce;

  /// @param source free bytes of the file system
  /// @param reusable free bytes within the database
  DiskSpace(Source source, Source reusable, long reservedBytes, InstantSource clock) {
    this.source = source;
    this.reusable = reusable;
    this.reservedBytes = reservedBytes;
    this.clock = clock;
  }

  /// Where the number of free bytes comes from.
  interface Source {
    long freeBytes() throws IOException;
  }

  /// Whether less than the reserve is left for the database, or less than half of it outside: the
  /// log of the database grows there. A file system that does not answer counts as full.
  synchronized boolean isScarce() {
    var now = clock.instant();
    if (!plenty || now.isBefore(askedAt) || !now.isBefore(askedAt.plus(FRESH))) {
      askedAt = now;
      boolean before = scarce;
      scarce = ask();
      if (before != scarce) {
        LOG.warn("event=disk_space scarce={}", scarce);
      }
    }
    return scarce;
  }

  /// Whether a file of `bytes` fits without touching the reserve.
  boolean hasRoomFor(long bytes) {
    try {
      return source.freeBytes() - reservedBytes > bytes;
    } catch (IOException _) {
      return false;
    }
  }

  private boolean ask() {
    try {
      long free = source.freeBytes();
      plenty = free / PLENTY > reservedBytes;
      return free < reservedBytes
          && (free < reservedBytes / 2 || free + reusable.freeBytes() < reservedBytes);
    } catch (IOException _) {
      plenty = false;
      return true;
    }
  }
}
