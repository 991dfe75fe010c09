package org.juntos.relay.otp;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.Bytes;

/// What the code service remembers over a restart: keyed hashes only. Thread-safe.
public interface CodeStore {
  /// Runs `work` alone and makes what it did durable; nothing of it is done when it throws.
  <T> T within(Work<T> work) throws IOException;

  /// Reads and changes rows.
  @FunctionalInterface
  interface Work<T> {
    T of(Rows rows) throws IOException;
  }

  /// The rows, within one piece of work.
  interface Rows {
    /// The code of a session; null when there is none.
    @Nullable LiveCode ofSession(Bytes session) throws IOException;

    /// The code that a contact was sent last; null when there is none.
    @Nullable LiveCode ofSubject(Bytes subject) throws IOException;

    /// Keeps `code` in place of the one that its session or its contact had.
    void put(LiveCode code) throws IOException;

    /// When a limit will be refilled, nanoseconds since 1970; 0 when nothing was taken.
    long fullAt(Bytes limit) throws IOException;

    void setFullAt(Bytes limit, long nanos) throws IOException;

    /// Notes that a code went to a prefix.
    void sent(Bytes prefix, Bytes session, Instant at) throws IOException;

    /// Notes that the code of `session` was entered.
    void entered(Bytes session) throws IOException;

    /// What became of the last `atMost` codes to a prefix that were entered, or sent before
    /// `decided`.
    Outcomes outcomes(Bytes prefix, Instant decided, int atMost) throws IOException;

    /// Until when a prefix is closed; the epoch when it is not.
    Instant closedUntil(Bytes prefix) throws IOException;

    /// Closes a prefix and forgets what became of its codes.
    void close(Bytes prefix, Instant until) throws IOException;

    /// Forgets codes, limits and closed prefixes that are over at `now`, and outcomes from before
    /// `old`.
    void sweep(Instant now, Instant old) throws IOException;
  }

  /// @param codes how many were looked at
  /// @param entered how many of them were entered
  record Outcomes(int codes, int entered) {}
}
