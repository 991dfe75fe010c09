package org.juntos.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.store.db.DurableFiles;
import org.juntos.store.db.Migrations;
import org.juntos.store.db.Snapshot;
import org.juntos.store.db.Snapshots;
import org.juntos.store.keyslot.KeySlots;
import org.juntos.store.keyslot.KeyringSilentException;
import org.juntos.store.keyslot.Protection;
import org.juntos.store.keyslot.Unlocked;

/// A folder that holds a profile, or may: `profile.db` and its log (encrypted), `keyslots.json`
/// with its copy, `attachments/`, `snapshots/`, `lock`, and `damaged/` once a snapshot was put
/// back.
public final class ProfileFolder {
  private static final int KEY_BYTES = 32;

  private final ProfileFiles files;
  private final Environment environment;
  private final Migrations migrations;
  private final KeySlots slots;

  /// Nothing is read or written yet.
  public ProfileFolder(Path folder, Environment environment) {
    this(folder, environment, Migrations.shipped());
  }

  ProfileFolder(Path folder, Environment environment, Migrations migrations) {
    this.files = new ProfileFiles(folder.toAbsolutePath());
    this.environment = environment;
    this.migrations = migrations;
    slots =
        new KeySlots(
            files.folder(), environment.clock(), environment.random(), environment.keyring());
  }

  /// What is there, without a key. A deletion that was cut short is ended first.
  public ProfileState inspect() throws IOException {
    if (Files.exists(files.ending())) {
      wipe();
    }
    var found = slots.list();
    if (!found.isEmpty()) {
      return new ProfileState.Locked(found);
    }
    return slots.exist() || Files.exists(files.database())
        ? new ProfileState.Unreadable("the key slots are lost or damaged")
        : new ProfileState.Absent();
  }

  /// Makes a profile under a new random key, and opens it. When it fails half-way, there is none.
  public CreateResult create(Protection protection) throws IOException {
    files.make();
    var lock = ProfileLock.take(files.lock());
    if (lock == null) {
      return new CreateResult.InUse();
    }
    if (!(inspect() instanceof ProfileState.Absent)) {
      lock.close();
      return new CreateResult.Exists();
    }
    return created(unsealed(lock, SecretBytes.random(KEY_BYTES, environment.random())), protection);
  }

  /// Opens the profile.
  public OpenResult open(Protection protection) throws IOException {
    return unlocked(protection, folder -> opening(folder).open());
  }

  /// Puts a snapshot in the place of the database and opens it. The database is kept in `damaged/`.
  /// Sessions with other devices begin anew, because what was sent since the snapshot is not known.
  public OpenResult restore(Snapshot snapshot, Protection protection) throws IOException {
    return unlocked(protection, folder -> opening(folder).restore(snapshot));
  }

  /// Deletes the profile: the key slots first, without which nothing of the rest can be read. What
  /// is no part of a profile stays. False when another program uses it.
  public boolean wipe() throws IOException {
    try (var lock = ProfileLock.take(files.lock())) {
      if (lock == null) {
        return false;
      }
      DurableFiles.write(files.ending(), new byte[0]);
      slots.destroy();
      files.wipe();
      DurableFiles.delete(files.ending());
    }
    DurableFiles.delete(files.lock());
    return true;
  }

  private CreateResult created(Unsealed folder, Protection protection) throws IOException {
    var opened = false;
    try {
      opening(folder).draft();
      slots.create(folder.key(), protection);
      var result = opening(folder).open();
      opened = result instanceof OpenResult.Opened;
      return switch (result) {
        case OpenResult.Opened(var profile) -> new CreateResult.Created(profile);
        default -> throw new IOException("a new profile does not open: " + result);
      };
    } catch (KeyringSilentException e) {
      return new CreateResult.KeyringSilent(String.valueOf(e.getMessage()));
    } finally {
      if (!opened) {
        folder.close();
      }
    }
  }

  private OpenResult unlocked(Protection protection, Step step) throws IOException {
    if (!slots.exist()) {
      return Files.exists(files.database())
          ? new OpenResult.Damaged("there are no key slots", List.of())
          : new OpenResult.Absent();
    }
    var lock = ProfileLock.take(files.lock());
    if (lock == null) {
      return new OpenResult.InUse();
    }
    return switch (unlock(lock, protection)) {
      case Unlocked.Key key -> kept(unsealed(lock, key.value()), step);
      case Unlocked.Wrong() -> new OpenResult.Wrong();
      case Unlocked.NoSuchSlot() -> new OpenResult.NoSuchSlot();
      case Unlocked.KeyringSilent(var why) -> new OpenResult.KeyringSilent(why);
      case Unlocked.Unreadable() -> new OpenResult.Damaged("the key slots are damaged", List.of());
    };
  }

  /// Lets go of the lock unless it got the key.
  private Unlocked unlock(ProfileLock lock, Protection protection) throws IOException {
    var unlocked = (Unlocked) new Unlocked.Unreadable();
    try {
      unlocked = slots.unlock(protection);
      return unlocked;
    } finally {
      if (!(unlocked instanceof Unlocked.Key)) {
        lock.close();
      }
    }
  }

  /// Lets go of the folder unless the profile was opened.
  private static OpenResult kept(Unsealed folder, Step step) throws IOException {
    var opened = false;
    try {
      var result = step.take(folder);
      opened = result instanceof OpenResult.Opened;
      return result;
    } finally {
      if (!opened) {
        folder.close();
      }
    }
  }

  private Opening opening(Unsealed folder) {
    return new Opening(folder, environment, migrations);
  }

  private Unsealed unsealed(ProfileLock lock, SecretBytes key) {
    var snapshots = new Snapshots(files.snapshots(), environment.clock());
    return new Unsealed(files, slots, snapshots, lock, key);
  }

  @FunctionalInterface
  private interface Step {
    OpenResult take(Unsealed folder) throws IOException;
  }
}
