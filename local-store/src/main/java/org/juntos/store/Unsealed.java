package org.juntos.store;

import java.io.IOException;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.store.db.Snapshots;
import org.juntos.store.keyslot.KeySlots;

/// A profile folder that this program holds, with the key to its database. Closing wipes the key
/// and lets go of the folder.
final class Unsealed implements AutoCloseable {
  private final ProfileFiles files;
  private final KeySlots slots;
  private final Snapshots snapshots;
  private final ProfileLock lock;
  private final SecretBytes key;

  Unsealed(
      ProfileFiles files, KeySlots slots, Snapshots snapshots, ProfileLock lock, SecretBytes key) {
    this.files = files;
    this.slots = slots;
    this.snapshots = snapshots;
    this.lock = lock;
    this.key = key;
  }

  ProfileFiles files() {
    return files;
  }

  KeySlots slots() {
    return slots;
  }

  Snapshots snapshots() {
    return snapshots;
  }

  /// Its own; not to be closed by who asks.
  SecretBytes key() {
    return key;
  }

  @Override
  public void close() throws IOException {
    key.close();
    lock.close();
  }
}
