package org.juntos.store.search;

import java.util.List;
import org.juntos.wire.AccountId;

/// An entry as search sees it.
///
/// @param place see [Window]
record Item(long place, long sentAtMs, String body, AccountId author, List<NamedFile> files) {
  Item {
    files = List.copyOf(files);
  }

  /// A file that goes with it.
  record NamedFile(Has kind, String name) {}
}
