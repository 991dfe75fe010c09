package org.juntos.store;

import java.util.List;
import org.juntos.store.db.Snapshot;

/// How opening a profile ended.
public sealed interface OpenResult {
  /// It is open.
  record Opened(Profile profile) implements OpenResult {}

  /// There is no profile in this folder.
  record Absent() implements OpenResult {}

  /// Not the passphrase of any slot; or the keyring keeps nothing that opens one.
  record Wrong() implements OpenResult {}

  /// The profile has no slot of this kind.
  record NoSuchSlot() implements OpenResult {}

  /// The keyring does not answer.
  record KeyringSilent(String why) implements OpenResult {}

  /// Another program has the profile open.
  record InUse() implements OpenResult {}

  /// Made by a newer program.
  ///
  /// @param version of its schema
  /// @param known the newest that this program knows
  record TooNew(int version, int known) implements OpenResult {}

  /// Bytes on the disk are not what was written.
  ///
  /// @param why for the details, not for a title
  /// @param waysBack snapshots that were verified whole, newest first; see
  ///   [ProfileFolder#restore(Snapshot, org.juntos.store.keyslot.Protection)]
  record Damaged(String why, List<Snapshot> waysBack) implements OpenResult {
    public Damaged {
      waysBack = List.copyOf(waysBack);
    }
  }
}
