package org.juntos.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.store.attachment.AttachmentFiles;
import org.juntos.store.db.Database;
import org.juntos.store.db.Migrations;
import org.juntos.store.db.Row;
import org.juntos.store.db.Snapshot;
import org.juntos.store.db.StoreException;

/// Turns an unlocked folder into an open profile, or says why it cannot.
final class Opening {
  /// The version from which on statuses have files, too.
  private static final int WITH_STATUSES = 10;

  private static final int WITH_SCHEDULE = 15;

  private final Unsealed folder;
  private final Environment environment;
  private final Migrations migrations;

  Opening(Unsealed folder, Environment environment, Migrations migrations) {
    this.folder = folder;
    this.environment = environment;
    this.migrations = migrations;
  }

  OpenResult open() throws IOException {
    folder.files().settle();
    if (!Files.exists(folder.files().database())) {
      return damaged(List.of("the database is missing"));
    }
    var inOrder = folder.files().wasClosed(); // asked before opening makes a new log
    try {
      return opened(Database.open(folder.files().database(), folder.key()), inOrder);
    } catch (StoreException e) {
      if (e.reason() == StoreException.Reason.DAMAGED) {
        return damaged(List.of(String.valueOf(e.getMessage())));
      }
      throw new IOException("the database cannot be opened", e);
    }
  }

  OpenResult restore(Snapshot snapshot) throws IOException {
    folder.files().settle();
    if (!isWhole(snapshot)) {
      return damaged(List.of("this snapshot is damaged, too"));
    }
    folder.files().dropDraft();
    Files.copy(
        folder.snapshots().path(snapshot),
        folder.files().draft(),
        StandardCopyOption.REPLACE_EXISTING);
    finishDraft(snapshot);
    var now = environment.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    folder.files().putAside(now.toString().replace(":", ""));
    return open();
  }

  /// Makes an empty database, ready to take its place.
  void draft() throws IOException {
    folder.files().dropDraft();
    finishDraft(null);
  }

  /// @param restored what was copied to it; null for an empty one
  private void finishDraft(@Nullable Snapshot restored) throws IOException {
    try (var database = Database.open(folder.files().draft(), folder.key())) {
      migrations.run(database);
      if (restored != null) {
        var now = environment.clock().instant();
        Migrations.forgetAfterRestore(database, restored.takenAt(), now);
      }
      database.checkpoint();
    }
    folder.files().finishDraft();
  }

  private OpenResult opened(Database database, boolean inOrder) throws IOException {
    var opened = false;
    try {
      var version = database.version();
      if (version > migrations.latest()) {
        return new OpenResult.TooNew(version, migrations.latest());
      }
      var found =
          version == 0 ? List.of("there is nothing in the database") : check(database, inOrder);
      if (!found.isEmpty()) {
        return damaged(found);
      }
      var profile = start(database);
      opened = true;
      return new OpenResult.Opened(profile);
    } finally {
      if (!opened) {
        database.close();
      }
    }
  }

  /// A glance when the database was closed in order, all of it otherwise.
  private static List<String> check(Database database, boolean inOrder) {
    if (!inOrder) {
      return database.check();
    }
    database.touch();
    return List.of();
  }

  private Profile start(Database database) throws IOException {
    if (database.version() < migrations.latest()) {
      folder.snapshots().take(database, Snapshot.Reason.BEFORE_MIGRATION);
    }
    folder.files().markOpen();
    migrations.run(database);
    var attachments = new AttachmentFiles(folder.files().attachments(), environment.random());
    sweep(database, attachments);
    return new Profile(folder, database, attachments, environment);
  }

  /// Deletes files that no row names, unless a database was put aside whose rows may yet be
  /// recovered.
  private void sweep(Database database, AttachmentFiles attachments) throws IOException {
    if (!Files.exists(folder.files().damaged())) {
      var named = database.queries().list("SELECT file FROM attachment", Row::text);
      if (database.version() >= WITH_STATUSES) {
        named.addAll(database.queries().list("SELECT file FROM status", Row::text));
      }
      if (database.version() >= WITH_SCHEDULE) {
        named.addAll(database.queries().list("SELECT file FROM scheduled_file", Row::text));
      }
      attachments.sweep(new HashSet<>(named));
    }
  }

  private OpenResult damaged(List<String> why) throws IOException {
    var waysBack = new ArrayList<Snapshot>();
    for (var snapshot : folder.snapshots().list()) {
      if (isWhole(snapshot)) {
        waysBack.add(snapshot);
      }
    }
    return new OpenResult.Damaged(String.join("; ", why), waysBack);
  }

  private boolean isWhole(Snapshot snapshot) {
    var file = folder.snapshots().path(snapshot);
    if (!Files.exists(file)) {
      return false;
    }
    try (var database = Database.openToRead(file, folder.key())) {
      var version = database.version();
      return version > 0 && version <= migrations.latest() && database.check().isEmpty();
    } catch (StoreException _) {
      return false;
    }
  }
}
