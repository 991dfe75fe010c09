package org.juntos.relay.group;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.Bytes;

/// Groups in memory.
final class MemoryGroups implements GroupStore {
  private final Map<Bytes, StoredGroup> groups = new HashMap<>();
  private final Map<Bytes, List<Bytes>> changes = new HashMap<>();

  @Override
  public @Nullable StoredGroup find(Bytes publicParams) {
    return groups.get(publicParams);
  }

  @Override
  public boolean make(StoredGroup group, Bytes change) {
    changes.computeIfAbsent(group.publicParams(), _ -> new ArrayList<>(List.of(change)));
    return groups.putIfAbsent(group.publicParams(), group) == null;
  }

  @Override
  public boolean step(StoredGroup before, StoredGroup after, Bytes change, Instant at) {
    return groups.replace(before.publicParams(), before, after)
        && changes.getOrDefault(before.publicParams(), new ArrayList<>()).add(change);
  }

  @Override
  public @Nullable Bytes change(Bytes publicParams, int revision) {
    var there = changes.getOrDefault(publicParams, List.of());
    return revision < there.size() ? there.get(revision) : null;
  }

  @Override
  public List<Bytes> changes(Bytes publicParams, int revision, int atMost, int maxBytes) {
    return changes.getOrDefault(publicParams, List.of()).stream()
        .skip(revision)
        .limit(atMost)
        .toList();
  }

  @Override
  public int expire(Instant before, int atMost) {
    return 0;
  }
}
