package org.juntos.relay.group;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.Bytes;

/// States of groups and the changes that led to them, durable. Thread-safe.
public interface GroupStore {
  /// The group of these public params; null when there is none.
  @Nullable StoredGroup find(Bytes publicParams) throws IOException;

  /// Keeps a new group with its first change; false when there is one of these public params.
  boolean make(StoredGroup group, Bytes change) throws IOException;

  /// Puts `after` in the place of `before` and keeps the change that leads there, both or neither;
  /// false when the group is not any more what `before` says.
  ///
  /// @param at when that is
  boolean step(StoredGroup before, StoredGroup after, Bytes change, Instant at) throws IOException;

  /// The change that made `revision`; null when there is none.
  @Nullable Bytes change(Bytes publicParams, int revision) throws IOException;

  /// Changes from the one on that made `revision`, in order: at most `atMost`, and so many that
  /// they have `maxBytes` together, but one at least when there is one.
  List<Bytes> changes(Bytes publicParams, int revision, int atMost, int maxBytes)
      throws IOException;

  /// Deletes at most `atMost` groups that have had no members since before `before`; returns how
  /// many.
  int expire(Instant before, int atMost) throws IOException;
}
