package org.juntos.store.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.CAROL;
import static org.juntos.store.Fixture.bytes;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.store.Change;
import org.juntos.store.OpenStore;
import org.juntos.wire.Bytes;

class ProfilesTest extends OpenStore {
  private static final Bytes PICTURE = bytes("a picture");

  @Test
  void a_profile_comes_back_as_it_was_taken() throws IOException {
    write(txn -> txn.profiles().take(BOB, 4, "at sea", PICTURE));
    reopen();
    assertEquals(new KnownProfile(4, 4, 0, "at sea", 4), reading(txn -> txn.profiles().of(BOB)));
    assertEquals(PICTURE, reading(txn -> txn.profiles().picture(BOB)));
    assertEquals(KnownProfile.NONE, reading(txn -> txn.profiles().of(CAROL)));
    assertEquals(Bytes.EMPTY, reading(txn -> txn.profiles().picture(CAROL)));
  }

  @Test
  void a_picture_that_stays_keeps_the_version_since_which_it_is_there() {
    write(txn -> txn.profiles().take(BOB, 1, "", PICTURE));
    write(txn -> txn.profiles().take(BOB, 2, "new words", PICTURE));
    assertEquals(1, reading(txn -> txn.profiles().of(BOB)).pictureVersion());
    write(txn -> txn.profiles().take(BOB, 3, "new words", bytes("another")));
    assertEquals(3, reading(txn -> txn.profiles().of(BOB)).pictureVersion());
    write(txn -> txn.profiles().take(BOB, 4, "", Bytes.EMPTY));
    assertEquals(0, reading(txn -> txn.profiles().of(BOB)).pictureVersion());
  }

  @Test
  void what_was_heard_of_is_due_until_it_is_here_and_an_old_word_changes_nothing() {
    write(txn -> txn.profiles().put(BOB, txn.profiles().of(BOB).wanting(3)));
    assertEquals(List.of(BOB), reading(txn -> txn.profiles().due()));
    assertEquals(3, reading(txn -> txn.profiles().of(BOB).wanting(2)).wanted());
    write(txn -> txn.profiles().take(BOB, 3, "", PICTURE));
    assertEquals(List.of(), reading(txn -> txn.profiles().due()));
  }

  @Test
  void what_they_were_told_outlives_a_new_version_of_theirs() {
    write(txn -> txn.profiles().put(BOB, KnownProfile.NONE.told(7)));
    write(txn -> txn.profiles().take(BOB, 3, "", PICTURE));
    assertEquals(7, reading(txn -> txn.profiles().of(BOB)).told());
  }

  @Test
  void views_hear_of_each_change() {
    write(txn -> txn.profiles().take(BOB, 1, "", PICTURE));
    write(txn -> txn.profiles().forget(BOB));
    write(txn -> txn.profiles().forget(BOB));
    assertEquals(
        List.of(List.of(new Change.Contact(BOB)), List.of(new Change.Contact(BOB))), commits);
    assertEquals(KnownProfile.NONE, reading(txn -> txn.profiles().of(BOB)));
  }
}
