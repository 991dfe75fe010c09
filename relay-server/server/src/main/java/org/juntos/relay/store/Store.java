package org.juntos.relay.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.juntos.relay.account.AccountStore;
import org.juntos.relay.blob.BlobStore;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.mailbox.MailboxStore;
import org.juntos.relay.prekey.PrekeyStore;

/// Everything that a relay keeps, in one locked folder.
public final class Store implements AutoCloseable {
  private final DataFolder folder;
  private final Database database;
  private final KeyFiles keys;
  private final MailboxStore mailboxes;
  private final AccountStore accounts;
  private final PrekeyStore prekeys;
  private final BlobStore blobs;

  private Store(
      DataFolder folder,
      Database database,
      KeyFiles keys,
      Path blobs,
      RelayLimits limits,
      InstantSource clock) {
    var queues = new Queues();
    database.writer().join(queues);
    this.folder = folder;
    this.database = database;
    this.keys = keys;
    this.mailboxes = new SqliteMailbox(database, queues, limits.mailbox(), clock);
    this.accounts = new SqliteAccounts(database, queues);
    this.prekeys = new SqlitePrekeys(database, clock);
    this.blobs = new FileBlobs(database, blobs);
    database.start();
  }

  /// Locks and opens `path`, which is made when it is missing.
  ///
  /// @throws StoreUnusableException with one line for the operator; nothing is left open then
  public static Store open(Path path, RelayLimits limits, InstantSource clock)
      throws StoreUnusableException {
    var folder = DataFolder.open(path);
    try {
      var keys = KeyFiles.open(folder);
      var blobs = folder.make(DataFolder.BLOBS);
      var database = Database.open(folder, limits.reservedDiskBytes(), clock);
      return new Store(folder, database, keys, blobs, limits, clock);
    } catch (StoreUnusableException unusable) {
      release(folder, unusable);
      throw unusable;
    }
  }

  private static void release(DataFolder folder, StoreUnusableException unusable) {
    try {
      folder.close();
    } catch (IOException failed) {
      unusable.addSuppressed(failed);
    }
  }

  /// The relay's own keys.
  public KeyFiles keys() {
    return keys;
  }

  /// Queues of devices.
  public MailboxStore mailboxes() {
    return mailboxes;
  }

  /// Accounts and devices.
  public AccountStore accounts() {
    return accounts;
  }

  /// Prekeys of devices.
  public PrekeyStore prekeys() {
    return prekeys;
  }

  /// Encrypted files.
  public BlobStore blobs() {
    return blobs;
  }

  /// Commits what waits, closes the database, unlocks the folder.
  @Override
  public void close() throws IOException {
    try (folder) {
      database.close();
    }
  }
}
