package org.juntos.relay.store;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows whether the disk is nearly full. Asks the file system at most once in [#FRESH].
final class DiskSpace {
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(DiskSpace.class);

  private final Source source;
  private final long reservedBytes;
  private final InstantSource clock;
  private Instant askedAt = Instant.EPOCH;
  private boolean scarce;

  DiskSpace(Source source, long reservedBytes, InstantSource clock) {
    this.source = source;
    this.reservedBytes = reservedBytes;
    this.clock = clock;
  }

  /// Where the number of free bytes comes from.
  interface Source {
    long freeBytes() throws IOException;
  }

  /// Whether less than the reserve is left. A file system that does not answer counts as full.
  synchronized boolean isScarce() {
    var now = clock.instant();
    if (now.isBefore(askedAt) || !now.isBefore(askedAt.plus(FRESH))) {
      askedAt = now;
      boolean before = scarce;
      scarce = ask();
      if (before != scarce) {
        LOG.warn("event=disk_space scarce={}", scarce);
      }
    }
    return scarce;
  }

  /// Whether `bytes` fit without touching the reserve.
  boolean hasRoomFor(long bytes) {
    try {
      return source.freeBytes() - reservedBytes > bytes;
    } catch (IOException _) {
      return false;
    }
  }

  private boolean ask() {
    try {
      return source.freeBytes() < reservedBytes;
    } catch (IOException _) {
      return true;
    }
  }
}
