package org.juntos.store;

import java.util.List;
import org.juntos.store.keyslot.KeySlot;

/// What is in a profile folder, as far as can be told without a key.
public sealed interface ProfileState {
  /// Nothing: a profile can be made here.
  record Absent() implements ProfileState {}

  /// A profile that any of these slots unlocks.
  record Locked(List<KeySlot> slots) implements ProfileState {
    public Locked {
      slots = List.copyOf(slots);
    }
  }

  /// There is a database, but nothing left that could unlock it.
  record Unreadable(String why) implements ProfileState {}
}
