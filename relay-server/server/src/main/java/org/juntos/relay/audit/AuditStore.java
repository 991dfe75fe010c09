package org.juntos.relay.audit;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/// Keeps the counts of each day, durable. Thread-safe.
public interface AuditStore {
  /// Adds to what is there.
  void add(List<AuditLine> lines) throws IOException;

  /// What there is since `first`, oldest day first.
  List<AuditLine> since(LocalDate first) throws IOException;

  /// Forgets the days before `first`; returns how many lines went.
  int forget(LocalDate first) throws IOException;
}
