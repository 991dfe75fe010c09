package org.juntos.store.keyslot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.store.db.DurableFiles;
import org.juntos.wire.Bytes;

/// The slots of one profile, on disk. Every change is on disk when its method returns.
public final class KeySlots {
  private static final String FILE = "keyslots.json";
  private static final String COPY = "keyslots.copy.json";

  private final Path folder;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Keyring keyring;

  /// Slots in `folder`.
  public KeySlots(Path folder, InstantSource clock, SecureRandom random, Keyring keyring) {
    this.folder = folder;
    this.clock = clock;
    this.random = random;
    this.keyring = keyring;
  }

  /// Whether there is a file of slots, readable or not.
  public boolean exist() {
    return Files.exists(folder.resolve(FILE)) || Files.exists(folder.resolve(COPY));
  }

  /// The slots; empty when neither the file nor its copy can be read.
  public List<KeySlot> list() throws IOException {
    var file = load();
    return file == null ? List.of() : file.slots().stream().map(SealedSlot::slot).toList();
  }

  /// Makes the first slot of a new profile.
  ///
  /// @param key the database key
  public void create(SecretBytes key, Protection protection)
      throws IOException, KeyringSilentException {
    var profile = new UUID(random.nextLong(), random.nextLong());
    save(new SlotFile(profile, List.of(seal(profile, key, protection))));
  }

  /// Adds a way to unlock.
  ///
  /// @param key the database key
  public KeySlot add(SecretBytes key, Protection protection)
      throws IOException, KeyringSilentException {
    var file = existing();
    var added = seal(file.profile(), key, protection);
    var slots = new ArrayList<>(file.slots());
    slots.add(added);
    save(new SlotFile(file.profile(), slots));
    return added.slot();
  }

  /// Removes a way to unlock; never the last one.
  public Removal remove(UUID slot) throws IOException {
    var file = existing();
    var left = new ArrayList<>(file.slots());
    if (!left.removeIf(sealed -> sealed.slot().id().equals(slot))) {
      return Removal.NO_SUCH_SLOT;
    }
    if (left.isEmpty()) {
      return Removal.LAST_ONE;
    }
    save(new SlotFile(file.profile(), left));
    forget(slot);
    return Removal.REMOVED;
  }

  /// Removes all of them: what they unlock is never unlocked again.
  public void destroy() throws IOException {
    var file = load();
    DurableFiles.delete(folder.resolve(FILE));
    DurableFiles.delete(folder.resolve(COPY));
    if (file != null) {
      file.slots().stream()
          .filter(sealed -> sealed.slot().kind() == KeySlot.Kind.KEYRING)
          .forEach(sealed -> forget(sealed.slot().id()));
    }
  }

  /// Tries every slot that `protection` fits.
  public Unlocked unlock(Protection protection) throws IOException {
    var file = load();
    if (file == null) {
      return new Unlocked.Unreadable();
    }
    var fitting =
        file.slots().stream().filter(sealed -> sealed.slot().kind() == protection.kind()).toList();
    try {
      return fitting.isEmpty()
          ? new Unlocked.NoSuchSlot()
          : firstThatOpens(file.profile(), fitting, protection);
    } catch (KeyringSilentException e) {
      return new Unlocked.KeyringSilent(String.valueOf(e.getMessage()));
    }
  }

  private Unlocked firstThatOpens(UUID profile, List<SealedSlot> slots, Protection protection)
      throws KeyringSilentException {
    for (var sealed : slots) {
      var key = open(profile, sealed, protection);
      if (key != null) {
        return new Unlocked.Key(key);
      }
    }
    return new Unlocked.Wrong();
  }

  private @Nullable SecretBytes open(UUID profile, SealedSlot sealed, Protection protection)
      throws KeyringSilentException {
    try (var slotKey = slotKey(sealed, protection)) {
      return slotKey == null
          ? null
          : Wrapping.unwrap(
              sealed.wrapped(),
              slotKey,
              sealed.nonce(),
              SealedSlot.associatedData(profile, sealed.slot(), sealed.salt(), sealed.cost()));
    }
  }

  private @Nullable SecretBytes slotKey(SealedSlot sealed, Protection protection)
      throws KeyringSilentException {
    return switch (protection) {
      case Protection.Passphrase passphrase ->
          Wrapping.derive(passphrase.text(), sealed.salt(), sealed.cost());
      case Protection.SystemKept _ -> keyring.read(keyringName(sealed.slot().id()));
    };
  }

  private SealedSlot seal(UUID profile, SecretBytes key, Protection protection)
      throws KeyringSilentException {
    var id = new UUID(random.nextLong(), random.nextLong());
    var slot = new KeySlot(id, protection.kind(), clock.instant());
    return switch (protection) {
      case Protection.Passphrase passphrase -> {
        var salt = bytes(Wrapping.SALT_BYTES);
        var cost = SealedSlot.Cost.PASSPHRASE;
        try (var slotKey = Wrapping.derive(passphrase.text(), salt, cost)) {
          yield seal(profile, slot, salt, cost, key, slotKey);
        }
      }
      case Protection.SystemKept _ -> {
        try (var slotKey = SecretBytes.random(Wrapping.KEY_BYTES, random)) {
          keyring.write(keyringName(id), slotKey);
          yield seal(profile, slot, Bytes.EMPTY, SealedSlot.Cost.NONE, key, slotKey);
        }
      }
    };
  }

  private SealedSlot seal(
      UUID profile,
      KeySlot slot,
      Bytes salt,
      SealedSlot.Cost cost,
      SecretBytes key,
      SecretBytes slotKey) {
    var nonce = bytes(Wrapping.NONCE_BYTES);
    var bound = SealedSlot.associatedData(profile, slot, salt, cost);
    return new SealedSlot(slot, salt, cost, nonce, Wrapping.wrap(key, slotKey, nonce, bound));
  }

  private void forget(UUID slot) {
    try {
      keyring.delete(keyringName(slot));
    } catch (KeyringSilentException _) {
      // what it keeps opens nothing any more
    }
  }

  private SlotFile existing() throws IOException {
    var file = load();
    if (file == null) {
      throw new IOException("the key slots of this profile cannot be read");
    }
    return file;
  }

  private @Nullable SlotFile load() throws IOException {
    var file = load(FILE);
    return file == null ? load(COPY) : file;
  }

  private @Nullable SlotFile load(String name) throws IOException {
    try {
      var bytes = Files.readAllBytes(folder.resolve(name));
      return SlotFile.parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (NoSuchFileException _) {
      return null;
    }
  }

  /// The copy comes second: at every moment one of the two is whole.
  private void save(SlotFile file) throws IOException {
    var bytes = file.text().getBytes(StandardCharsets.UTF_8);
    DurableFiles.write(folder.resolve(FILE), bytes);
    DurableFiles.write(folder.resolve(COPY), bytes);
  }

  private Bytes bytes(int size) {
    var bytes = new byte[size];
    random.nextBytes(bytes);
    return Bytes.of(bytes);
  }

  private static String keyringName(UUID slot) {
    return "profile key " + slot;
  }

  /// How removing a slot ended.
  public enum Removal {
    REMOVED,
    /// It stays: without it the profile could never be opened again.
    LAST_ONE,
    NO_SUCH_SLOT
  }
}
