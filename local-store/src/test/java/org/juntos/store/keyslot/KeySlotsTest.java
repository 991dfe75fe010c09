package org.juntos.store.keyslot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.store.Fixture;
import org.juntos.store.MemoryKeyring;
import org.juntos.wire.Bytes;

class KeySlotsTest {
  @TempDir Path folder;
  private final MemoryKeyring keyring = new MemoryKeyring();
  private final SecretBytes key = SecretBytes.random(32, new SecureRandom());
  private KeySlots slots;

  @BeforeEach
  void make_a_keyring_slot() throws Exception {
    slots = new KeySlots(folder, InstantSource.fixed(Fixture.START), new SecureRandom(), keyring);
    slots.create(key, Protection.keyring());
  }

  @Test
  void every_slot_gives_the_same_key() throws Exception {
    slots.add(key, Fixture.passphrase("päss"));
    assertTrue(key.sameAs(unlocked(Protection.keyring())));
    assertTrue(key.sameAs(unlocked(Fixture.passphrase("päss"))));
    assertInstanceOf(Unlocked.Wrong.class, slots.unlock(Fixture.passphrase("pass")));
  }

  @Test
  void of_two_passphrases_either_opens() throws Exception {
    slots.add(key, Fixture.passphrase("one"));
    slots.add(key, Fixture.passphrase("two"));
    assertTrue(key.sameAs(unlocked(Fixture.passphrase("two"))));
    assertTrue(key.sameAs(unlocked(Fixture.passphrase("one"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "[]", "null", "\"x\"", "{\"sum\":1}", "{\"sum\":\"\",\"body\":{}}", "{"})
  void a_file_that_is_not_what_was_written_is_read_from_its_copy(String text) throws IOException {
    Files.writeString(folder.resolve("keyslots.json"), text);
    assertTrue(key.sameAs(unlocked(Protection.keyring())));
    Files.writeString(folder.resolve("keyslots.copy.json"), text);
    assertInstanceOf(Unlocked.Unreadable.class, slots.unlock(Protection.keyring()));
    assertEquals(List.of(), slots.list());
    assertTrue(slots.exist());
  }

  @Test
  void every_changed_byte_of_the_file_is_noticed() throws IOException {
    var whole = Files.readAllBytes(folder.resolve("keyslots.json"));
    for (var position = 0; position < whole.length; position++) {
      var changed = whole.clone();
      changed[position] ^= 1;
      assertNull(SlotFile.parse(new String(changed, StandardCharsets.UTF_8)), "byte " + position);
    }
  }

  @Test
  void a_slot_whose_sum_was_made_to_fit_still_binds_its_parts() throws Exception {
    slots.add(key, Fixture.passphrase("pass"));
    var file = file();
    var sealed = file.slots().getLast();
    var slot = sealed.slot();
    for (var tampered :
        List.of(
            with(sealed, slot, flipped(sealed.wrapped())),
            with(sealed, new KeySlot(UUID.randomUUID(), slot.kind(), slot.created())),
            with(sealed, new KeySlot(slot.id(), slot.kind(), Fixture.START.plusMillis(1))))) {
      save(new SlotFile(file.profile(), List.of(tampered)));
      assertInstanceOf(Unlocked.Wrong.class, slots.unlock(Fixture.passphrase("pass")));
    }
    save(new SlotFile(UUID.randomUUID(), file.slots()));
    assertInstanceOf(Unlocked.Wrong.class, slots.unlock(Fixture.passphrase("pass")));
    save(file);
    assertTrue(key.sameAs(unlocked(Fixture.passphrase("pass"))));
  }

  @Test
  void a_cheaper_cost_does_not_open_a_slot_that_was_made_dear() throws Exception {
    slots.add(key, Fixture.passphrase("pass"));
    var file = file();
    var slot = file.slots().getLast();
    assertEquals(new SealedSlot.Cost(65536, 3, 1), slot.cost());
    var cheap =
        new SealedSlot(
            slot.slot(), slot.salt(), new SealedSlot.Cost(64, 1, 1), slot.nonce(), slot.wrapped());
    save(new SlotFile(file.profile(), List.of(cheap)));
    assertInstanceOf(Unlocked.Wrong.class, slots.unlock(Fixture.passphrase("pass")));
  }

  @Test
  void costs_that_would_take_all_memory_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> new SealedSlot.Cost(64 * 1024 * 1024, 3, 1));
    assertThrows(IllegalArgumentException.class, () -> new SealedSlot.Cost(65536, 1_000_000, 1));
    assertThrows(IllegalArgumentException.class, () -> new SealedSlot.Cost(65536, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new SealedSlot.Cost(-1, 3, 1));
  }

  @Test
  void a_removed_slot_is_gone_from_the_copy_too() throws Exception {
    var added = slots.add(key, Fixture.passphrase("old"));
    slots.remove(added.id());
    for (var name : List.of("keyslots.json", "keyslots.copy.json")) {
      assertTrue(!Files.readString(folder.resolve(name)).contains(added.id().toString()), name);
    }
  }

  @Test
  void salts_and_nonces_are_never_the_same_twice() throws Exception {
    slots.add(key, Fixture.passphrase("pass"));
    slots.add(key, Fixture.passphrase("pass"));
    var made = file().slots();
    assertNotEquals(made.get(1).salt(), made.get(2).salt());
    assertNotEquals(made.get(1).nonce(), made.get(2).nonce());
    assertNotEquals(made.get(1).wrapped(), made.get(2).wrapped());
  }

  @Test
  void a_known_passphrase_gives_the_key_that_argon2id_says() {
    // a test vector of the reference implementation
    try (var derived =
        Wrapping.derive(
            SecretBytes.takeFrom("password".getBytes(StandardCharsets.UTF_8)),
            Fixture.bytes("somesalt"),
            new SealedSlot.Cost(65536, 2, 1))) {
      assertEquals(
          "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
          derived.<String>use(bytes -> Bytes.of(bytes).hex()));
    }
  }

  @Test
  void an_empty_passphrase_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> Fixture.passphrase(""));
  }

  private SecretBytes unlocked(Protection protection) throws IOException {
    return assertInstanceOf(Unlocked.Key.class, slots.unlock(protection)).value();
  }

  private SlotFile file() throws IOException {
    var file = SlotFile.parse(Files.readString(folder.resolve("keyslots.json")));
    if (file == null) {
      throw new AssertionError("unreadable");
    }
    return file;
  }

  private void save(SlotFile file) throws IOException {
    Files.writeString(folder.resolve("keyslots.json"), file.text());
  }

  private static SealedSlot with(SealedSlot sealed, KeySlot slot) {
    return with(sealed, slot, sealed.wrapped());
  }

  private static SealedSlot with(SealedSlot sealed, KeySlot slot, Bytes wrapped) {
    return new SealedSlot(slot, sealed.salt(), sealed.cost(), sealed.nonce(), wrapped);
  }

  private static Bytes flipped(Bytes bytes) {
    var changed = bytes.toArray();
    changed[5] ^= 4;
    return Bytes.of(changed);
  }
}
