package org.juntos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.store.keyslot.KeySlot;
import org.juntos.store.keyslot.KeySlots;
import org.juntos.store.keyslot.Protection;

class ProfileFolderTest {
  @TempDir Path temp;
  private Fixture fixture;

  @BeforeEach
  void use_a_folder_with_an_awkward_name() {
    fixture = new Fixture(temp.resolve("Zoë's profile? 100% & more#1"));
  }

  @Test
  void an_empty_folder_holds_no_profile() throws IOException {
    assertEquals(new ProfileState.Absent(), fixture.profileFolder().inspect());
    assertEquals(new OpenResult.Absent(), fixture.tryOpen());
  }

  @Test
  void what_was_written_is_there_after_reopening() throws IOException {
    try (var profile = fixture.create()) {
      put(profile, "name", "Zoë");
    }
    try (var profile = fixture.open()) {
      assertEquals("Zoë", profile.store().read(txn -> txn.settings().get("name")));
    }
    assertEquals(
        List.of(
            "attachments",
            "closed",
            "keyslots.copy.json",
            "keyslots.json",
            "lock",
            "profile.db",
            "snapshots"),
        names());
  }

  @Test
  void a_second_profile_is_never_made_over_the_first() throws IOException {
    fixture.create().close();
    var before = Files.readAllBytes(fixture.folder.resolve("profile.db"));
    assertEquals(new CreateResult.Exists(), fixture.profileFolder().create(Protection.keyring()));
    assertEquals(before.length, Files.size(fixture.folder.resolve("profile.db")));
    fixture.open().close();
  }

  @Test
  void a_passphrase_unlocks_and_another_does_not() throws IOException {
    var folder = fixture.profileFolder();
    var created =
        assertInstanceOf(
            CreateResult.Created.class, folder.create(Fixture.passphrase("correct horse")));
    created.profile().close();
    assertEquals(new OpenResult.Wrong(), folder.open(Fixture.passphrase("correct hors")));
    assertEquals(new OpenResult.NoSuchSlot(), folder.open(Protection.keyring()));
    var opened =
        assertInstanceOf(OpenResult.Opened.class, folder.open(Fixture.passphrase("correct horse")));
    opened.profile().close();
  }

  @Test
  void slots_come_and_go_but_never_the_last() throws Exception {
    try (var profile = fixture.create()) {
      var first = profile.keySlots().getFirst();
      assertEquals(KeySlots.Removal.LAST_ONE, profile.removeKeySlot(first.id()));
      profile.addKeySlot(Fixture.passphrase("second"));
      assertEquals(KeySlots.Removal.REMOVED, profile.removeKeySlot(first.id()));
      assertEquals(KeySlots.Removal.NO_SUCH_SLOT, profile.removeKeySlot(first.id()));
      assertTrue(fixture.keyring.secrets.isEmpty(), "the keyring forgets a removed slot");
    }
    var state = assertInstanceOf(ProfileState.Locked.class, fixture.profileFolder().inspect());
    assertEquals(
        List.of(KeySlot.Kind.PASSPHRASE), state.slots().stream().map(KeySlot::kind).toList());
    assertEquals(new OpenResult.NoSuchSlot(), fixture.tryOpen());
    assertInstanceOf(
            OpenResult.Opened.class, fixture.profileFolder().open(Fixture.passphrase("second")))
        .profile()
        .close();
  }

  @Test
  void a_profile_that_is_open_is_in_use() throws IOException {
    try (var _ = fixture.create()) {
      assertEquals(new OpenResult.InUse(), fixture.tryOpen());
      assertEquals(new CreateResult.InUse(), fixture.profileFolder().create(Protection.keyring()));
    }
    fixture.open().close();
  }

  @Test
  void a_silent_keyring_is_said_and_nothing_is_made() throws IOException {
    fixture.keyring.silent = true;
    assertInstanceOf(
        CreateResult.KeyringSilent.class, fixture.profileFolder().create(Protection.keyring()));
    assertEquals(new ProfileState.Absent(), fixture.profileFolder().inspect());
    fixture.keyring.silent = false;
    fixture.create().close();
    fixture.keyring.silent = true;
    assertInstanceOf(OpenResult.KeyringSilent.class, fixture.tryOpen());
    fixture.keyring.silent = false;
    fixture.open().close();
  }

  @Test
  void a_keyring_that_lost_the_secret_is_like_a_wrong_passphrase() throws IOException {
    fixture.create().close();
    fixture.keyring.secrets.clear();
    assertEquals(new OpenResult.Wrong(), fixture.tryOpen());
  }

  @Test
  void a_profile_that_is_wiped_leaves_only_what_is_not_its_own() throws IOException {
    try (var profile = fixture.create()) {
      profile.snapshot();
      Files.write(fixture.folder.resolve("attachments/stray"), new byte[1]);
      Files.writeString(fixture.folder.resolve("diary.txt"), "mine");
      assertFalse(fixture.profileFolder().wipe(), "it is open");
      assertTrue(Files.exists(fixture.folder.resolve("keyslots.json")));
    }
    assertTrue(fixture.profileFolder().wipe());
    assertEquals(List.of("diary.txt"), names());
    assertTrue(fixture.keyring.secrets.isEmpty(), "the keyring forgets it");
    assertEquals(new ProfileState.Absent(), fixture.profileFolder().inspect());
    fixture.create().close();
  }

  @Test
  void a_deletion_that_was_cut_short_is_ended_the_next_time() throws IOException {
    fixture.create().close();
    Files.write(fixture.folder.resolve("ending"), new byte[0]);
    Files.delete(fixture.folder.resolve("keyslots.json"));
    Files.delete(fixture.folder.resolve("keyslots.copy.json"));
    assertEquals(new ProfileState.Absent(), fixture.profileFolder().inspect());
    assertEquals(List.of(), names());
  }

  private static void put(Profile profile, String key, String value) {
    profile
        .store()
        .write(txn -> {
          txn.settings().put(key, value);
          return null;
        });
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(fixture.folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
