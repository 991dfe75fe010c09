package org.juntos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.BOBS_DEVICE;
import static org.juntos.store.Fixture.WITH_BOB;
import static org.juntos.store.Fixture.incoming;
import static org.juntos.store.Fixture.message;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.crypto.record.ProtocolRecords.PrekeyKind;
import org.juntos.store.db.Snapshot;
import org.juntos.store.db.StoreException;
import org.juntos.store.keyslot.Protection;

class DamageTest extends OpenStore {
  private static final int PAGE = 4096;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
  void any_flipped_bit_is_found_and_the_snapshots_that_are_whole_are_offered(long seed)
      throws IOException {
    fill();
    var snapshot = profile.snapshot();
    profile.close();
    var random = new Random(seed);
    var position = random.nextLong(Files.size(database()));
    flip(database(), position);
    var damaged = assertInstanceOf(OpenResult.Damaged.class, fixture.tryOpen(), "byte " + position);
    assertTrue(damaged.waysBack().contains(snapshot), "byte " + position);
    assertFalse(damaged.why().isEmpty());
    assertInstanceOf(OpenResult.Damaged.class, fixture.tryOpen(), "still, on another try");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 100, PAGE, 3 * PAGE, 10 * PAGE + 17})
  void a_file_that_was_cut_short_is_found(long size) throws IOException {
    fill();
    profile.close();
    try (var channel = FileChannel.open(database(), StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
    assertInstanceOf(OpenResult.Damaged.class, fixture.tryOpen());
  }

  @Test
  void a_database_that_is_gone_is_damage_and_no_new_profile() throws IOException {
    fill();
    profile.close();
    Files.delete(database());
    assertInstanceOf(OpenResult.Damaged.class, fixture.tryOpen());
    assertEquals(new CreateResult.Exists(), fixture.profileFolder().create(Protection.keyring()));
  }

  @Test
  void damage_that_comes_under_way_fails_the_transaction_and_is_found_at_the_next_start()
      throws IOException {
    fill();
    profile.close();
    var time = Files.getLastModifiedTime(database());
    for (var page = Files.size(database()) / PAGE - 20;
        page < Files.size(database()) / PAGE;
        page++) {
      flip(database(), page * PAGE + 99);
    }
    Files.setLastModifiedTime(database(), time);
    profile = fixture.open();
    assertNotEquals(List.of(), profile.check());
    var failure =
        assertThrows(
            StoreException.class,
            () -> reading(txn -> txn.history().after(WITH_BOB, 0, Integer.MAX_VALUE)));
    assertEquals(StoreException.Reason.DAMAGED, failure.reason());
    profile.close();
    assertInstanceOf(OpenResult.Damaged.class, fixture.tryOpen());
  }

  @Test
  void a_snapshot_that_is_put_back_has_what_it_had_and_keeps_the_damaged_file() throws IOException {
    fill();
    var snapshot = profile.snapshot();
    write(txn -> txn.history().append(incoming(5000)));
    profile.close();
    flip(database(), PAGE + 5);
    profile = restored(snapshot);
    assertEquals(message(1), there(reading(txn -> txn.history().find(message(1)))).id());
    assertNull(reading(txn -> txn.history().find(message(5000))));
    try (var files = Files.walk(fixture.folder.resolve("damaged"))) {
      assertEquals(
          List.of("profile.db"),
          files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList());
    }
    reopen();
    assertEquals(List.of(), profile.check());
  }

  @Test
  void after_a_restore_nothing_is_used_a_second_time() throws IOException {
    fill();
    write(txn -> {
      txn.protocol().putSession(BOBS_DEVICE, new byte[] {1});
      txn.protocol().putIdentity(BOB, Fixture.bytes("identity"));
      txn.protocol().nextPrekeyId(PrekeyKind.ONE_TIME);
      txn.history().nextSequence(WITH_BOB, BOB);
    });
    var snapshot = profile.snapshot();
    var later = writing(txn -> txn.history().nextSequence(WITH_BOB, BOB));
    var laterId = writing(txn -> txn.protocol().nextPrekeyId(PrekeyKind.ONE_TIME));
    profile.close();
    profile = restored(snapshot);
    assertNull(reading(txn -> txn.protocol().session(BOBS_DEVICE)));
    assertEquals(Fixture.bytes("identity"), reading(txn -> txn.protocol().identity(BOB)));
    assertTrue(writing(txn -> txn.history().nextSequence(WITH_BOB, BOB)) > later);
    assertTrue(writing(txn -> txn.protocol().nextPrekeyId(PrekeyKind.ONE_TIME)) > laterId);
  }

  @Test
  void a_damaged_snapshot_is_neither_offered_nor_put_back() throws IOException {
    fill();
    var bad = profile.snapshot();
    var good = profile.snapshot();
    profile.close();
    flip(fixture.folder.resolve("snapshots").resolve(bad.name()), 3 * PAGE);
    flip(database(), PAGE + 5);
    var damaged = assertInstanceOf(OpenResult.Damaged.class, fixture.tryOpen());
    assertTrue(damaged.waysBack().contains(good));
    assertFalse(damaged.waysBack().contains(bad));
    assertInstanceOf(
        OpenResult.Damaged.class, fixture.profileFolder().restore(bad, Protection.keyring()));
    assertTrue(Files.exists(database()), "the database stays where it is");
  }

  @Test
  void a_profile_without_key_slots_says_so_and_is_not_overwritten() throws IOException {
    profile.close();
    Files.delete(fixture.folder.resolve("keyslots.json"));
    Files.delete(fixture.folder.resolve("keyslots.copy.json"));
    assertInstanceOf(OpenResult.Damaged.class, fixture.tryOpen());
    assertInstanceOf(ProfileState.Unreadable.class, fixture.profileFolder().inspect());
    assertEquals(new CreateResult.Exists(), fixture.profileFolder().create(Protection.keyring()));
  }

  @Test
  void a_database_of_another_profile_is_damage() throws IOException {
    profile.close();
    var other = new Fixture(temp.resolve("other"));
    other.create().close();
    Files.copy(
        other.folder.resolve("profile.db"),
        database(),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertInstanceOf(OpenResult.Damaged.class, fixture.tryOpen());
  }

  private void fill() {
    openConversation();
    write(txn -> {
      for (var number = 1; number <= 2000; number++) {
        txn.history().append(incoming(number));
      }
    });
  }

  private Profile restored(Snapshot snapshot) throws IOException {
    var result = fixture.profileFolder().restore(snapshot, Protection.keyring());
    return assertInstanceOf(OpenResult.Opened.class, result).profile();
  }

  private Path database() {
    return fixture.folder.resolve("profile.db");
  }

  private static void flip(Path file, long position) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      var one = ByteBuffer.allocate(1);
      channel.read(one, position);
      one.put(0, (byte) (one.get(0) ^ 0x10));
      channel.write(one.rewind(), position);
    }
  }
}
