package org.juntos.relay.store;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.admission.AdmissionStore;
import org.juntos.relay.otp.CodeStore;
import org.juntos.wire.Bytes;

/// What the otp role keeps: its keys and a database of its own, so that the role can move to
/// another machine.
public final class OtpStore implements AutoCloseable {
  private final @Nullable DataFolder own;
  private final KeyFiles keys;
  private final OtpDatabase database;

  private OtpStore(@Nullable DataFolder own, KeyFiles keys, OtpDatabase database) {
    this.own = own;
    this.keys = keys;
    this.database = database;
  }

  /// Locks and opens `path`, which is made when it is missing.
  ///
  /// @throws StoreUnusableException with one line for the operator; nothing is left open then
  public static OtpStore open(Path path) throws StoreUnusableException {
    return open(path, Disk.REAL);
  }

  static OtpStore open(Path path, Disk disk) throws StoreUnusableException {
    var folder = DataFolder.open(path);
    try {
      var keys = KeyFiles.open(folder);
      return new OtpStore(folder, keys, OtpDatabase.open(folder, disk));
    } catch (StoreUnusableException unusable) {
      try {
        folder.close();
      } catch (IOException failed) {
        unusable.addSuppressed(failed);
      }
      throw unusable;
    }
  }

  /// The same in a folder that somebody else has locked.
  static OtpStore in(DataFolder folder, Disk disk, KeyFiles keys) throws StoreUnusableException {
    return new OtpStore(null, keys, OtpDatabase.open(folder, disk));
  }

  /// The role's own keys.
  public KeyFiles keys() {
    return keys;
  }

  /// Codes and their limits.
  public CodeStore codes() {
    return new SqliteCodes(database);
  }

  /// Invites and other ways in without a code.
  public AdmissionStore admissions() {
    return new SqliteAdmissions(database);
  }

  /// Why it cannot do its work now, in a few words for the operator; null when it can.
  public @Nullable String trouble() {
    try {
      codes().within(rows -> rows.closedUntil(Bytes.EMPTY));
      return null;
    } catch (IOException _) {
      return "the database of codes does not answer";
    }
  }

  @Override
  public void close() throws IOException {
    try (own) { // null when somebody else has locked it
      database.close();
    }
  }
}
