package org.juntos.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.juntos.store.attachment.AttachmentFiles;
import org.juntos.store.db.Database;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.db.Snapshot;
import org.juntos.store.db.StoreException;
import org.juntos.store.keyslot.KeySlot;
import org.juntos.store.keyslot.KeySlots;
import org.juntos.store.keyslot.KeyringSilentException;
import org.juntos.store.keyslot.Protection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An open profile: its store, its attachment files, its key slots and its snapshots. Closing it
/// closes all of them.
public final class Profile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Profile.class);

  private final Unsealed folder;
  private final Database database;
  private final DatabaseThread thread;
  private final SqliteStore store;
  private final AttachmentFiles attachments;

  Profile(
      Unsealed folder, Database database, AttachmentFiles attachments, Environment environment) {
    this.folder = folder;
    this.database = database;
    this.attachments = attachments;
    thread = environment.thread().get();
    store = new SqliteStore(database, thread, environment.random(), this::shut);
  }

  /// What it stores.
  public Store store() {
    return store;
  }

  /// Ciphertext files of attachments.
  public AttachmentFiles attachments() {
    return attachments;
  }

  /// The ways to unlock it.
  public List<KeySlot> keySlots() throws IOException {
    return folder.slots().list();
  }

  /// Adds a way to unlock it; on disk when this returns.
  public KeySlot addKeySlot(Protection protection) throws IOException, KeyringSilentException {
    return folder.slots().add(folder.key(), protection);
  }

  /// Removes a way to unlock it, never the last one; on disk when this returns.
  public KeySlots.Removal removeKeySlot(UUID slot) throws IOException {
    return folder.slots().remove(slot);
  }

  /// Snapshots, newest first.
  public List<Snapshot> snapshots() throws IOException {
    return folder.snapshots().list();
  }

  /// Takes a snapshot now: 10 ms a megabyte, during which nothing else is read or written.
  public Snapshot snapshot() throws IOException {
    return taken(() -> folder.snapshots().take(database, Snapshot.Reason.ASKED));
  }

  /// Takes the daily snapshot if it is due; to be asked when nothing else is going on. Closing the
  /// profile asks, too.
  public void snapshotDaily() throws IOException {
    if (folder.snapshots().dailyIsDue()) {
      taken(() -> folder.snapshots().takeDaily(database));
    }
  }

  /// Verifies every page of the database: 5 ms a megabyte, during which nothing else is read or
  /// written.
  ///
  /// @return what is wrong; empty when nothing is
  public List<String> check() {
    return store.alone(database::check);
  }

  @Override
  public void close() {
    store.close();
    thread.close();
  }

  private Snapshot taken(Taking taking) throws IOException {
    try {
      return store.alone(() -> {
        try {
          return taking.take();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @FunctionalInterface
  private interface Taking {
    Snapshot take() throws IOException;
  }

  /// Runs on the database thread, after everything else. Whatever fails here, nothing that was
  /// committed is lost, and the next start verifies the database as a whole.
  private void shut() {
    try (folder) {
      closeDatabase();
      if (!database.isDamaged()) {
        folder.files().markClosed();
      }
    } catch (IOException | StoreException e) {
      LOG.warn("the profile was not closed in order", e);
    }
  }

  private void closeDatabase() throws IOException {
    try (database) {
      database.checkpoint();
      if (folder.snapshots().dailyIsDue() && !database.isDamaged()) {
        folder.snapshots().takeDaily(database);
      }
    }
  }
}
