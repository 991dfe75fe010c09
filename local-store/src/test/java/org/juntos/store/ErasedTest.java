package org.juntos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.juntos.store.Fixture.ALICE;
import static org.juntos.store.Fixture.ALICES_DEVICE;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.BOBS_DEVICE;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.WITH_BOB;
import static org.juntos.store.Fixture.attachment;
import static org.juntos.store.Fixture.bytes;
import static org.juntos.store.Fixture.card;
import static org.juntos.store.Fixture.message;
import static org.juntos.store.Fixture.outgoing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.ContactCard;
import org.juntos.content.LinkPreview;
import org.juntos.content.MessageChange;
import org.juntos.content.MessageChange.Deed;
import org.juntos.content.MessageName;
import org.juntos.content.Place;
import org.juntos.content.Poll;
import org.juntos.content.Quote;
import org.juntos.content.TextRanges;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.store.db.Database;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.db.Migrations;
import org.juntos.store.history.Entry;
import org.juntos.store.history.History.NewEntry;
import org.juntos.wire.AccountId;

/// Takes the encryption off a copy of the database, and looks whether what was deleted is in it or
/// in its log.
class ErasedTest {
  private static final String MARK = "CANARY-9c2e";
  private static final String ADDRESS =
      "https://" + MARK.toLowerCase(Locale.ROOT) + ".example/" + MARK;
  private static final MessageName BOBS = new MessageName(BOB, message(1));

  @TempDir private Path temp;
  private SqliteStore store;

  @BeforeEach
  void a_message_that_was_edited_and_quoted() {
    var database = Database.open(temp.resolve("profile.db"), SecretBytes.takeFrom(new byte[32]));
    Migrations.shipped().run(database);
    store =
        new SqliteStore(database, DatabaseThread.calling(), new SecureRandom(), database::close);
    store.write(txn -> {
      txn.history().open(WITH_BOB, BOB, START);
      txn.history().append(secret());
      txn.history().append(outgoing(2));
      txn.quotes().put(new MessageName(ALICE, message(2)), new Quote(BOBS, MARK, List.of()));
      txn.messageChanges()
          .learn(
              WITH_BOB,
              BOBS_DEVICE,
              2,
              message(12),
              change(1, new Deed.Edit("@x " + MARK + " two " + ADDRESS, ranges())));
      txn.groupTraffic().keep(WITH_BOB, BOBS_DEVICE, 1, bytes(MARK));
      txn.groupTraffic().keep(WITH_BOB, BOBS_DEVICE, 2, bytes(MARK));
      return true;
    });
  }

  @AfterEach
  void end() {
    store.close();
  }

  private static NewEntry secret() {
    return new NewEntry(
            message(1),
            WITH_BOB,
            BOBS_DEVICE,
            false,
            1,
            Entry.Kind.MESSAGE,
            MARK + "x".repeat(20_000) + MARK + " " + ADDRESS,
            START,
            START,
            List.of(attachment(MARK)))
        .saying(ranges(), preview());
  }

  /// An account has 16 bytes of its own: they are to be found as the mark is.
  private static TextRanges ranges() {
    var account = AccountId.of(bytes(MARK + "-whom"));
    return new TextRanges(List.of(), List.of(new TextRanges.Mention(account, 0, 2)));
  }

  private static LinkPreview preview() {
    var picture = new LinkPreview.Picture(bytes("y".repeat(6_000) + MARK), 9, 9);
    return new LinkPreview(ADDRESS, MARK, MARK, picture);
  }

  private static MessageChange change(int revision, Deed deed) {
    return new MessageChange(BOBS, revision, START, deed);
  }

  private boolean isOnDisk(String folder) throws IOException {
    var copy = Files.createDirectory(temp.resolve(folder));
    try (var files = Files.list(temp)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    var log = Files.size(copy.resolve("profile.db-wal"));
    try (var plain =
        Database.open(copy.resolve("profile.db"), SecretBytes.takeFrom(new byte[32]))) {
      plain.execute("PRAGMA journal_mode = DELETE");
      plain.execute("PRAGMA rekey = ''");
    }
    var text = Files.readString(copy.resolve("profile.db"), StandardCharsets.ISO_8859_1);
    assertTrue(text.startsWith("SQLite format 3"), "the encryption is off");
    return text.contains(MARK) || log > 0;
  }

  @Test
  void what_is_deleted_for_everyone_is_in_no_page_and_not_in_the_log() throws IOException {
    assertTrue(isOnDisk("before"), "it would be found");
    store.write(txn -> {
      txn.messageChanges()
          .learn(
              WITH_BOB,
              BOBS_DEVICE,
              3,
              message(13),
              change(1, new Deed.Deletion(START, List.of())));
      return true;
    });
    assertFalse(isOnDisk("after"));
    assertEquals(1, store.read(txn -> txn.history().after(WITH_BOB, 0, 1)).size());
  }

  private void cards() {
    var poll = new Poll(MARK + "?", List.of(MARK + " one", MARK + " two"), false, false);
    var place = new Place(1, 2, MARK, 0);
    var contact = new ContactCard(MARK, List.of(MARK), List.of(), null);
    store.write(txn -> {
      txn.messageChanges().hide(txn.history().after(WITH_BOB, 0, 1).getFirst());
      txn.history().append(card(21, poll));
      txn.history().append(card(22, place));
      txn.history().append(card(23, contact));
      return true;
    });
  }

  @Test
  void of_cards_nothing_is_left_either() throws IOException {
    cards();
    assertTrue(isOnDisk("before"), "it would be found");
    store.write(txn -> {
      for (int number = 21; number <= 23; number++) {
        var deletion =
            new MessageChange(
                new MessageName(BOB, message(number)),
                1,
                START,
                new Deed.Deletion(START, List.of()));
        txn.messageChanges()
            .learn(WITH_BOB, BOBS_DEVICE, 10 + number, message(40 + number), deletion);
      }
      return true;
    });
    assertFalse(isOnDisk("after"));
  }

  @Test
  void each_of_the_things_that_are_said_of_a_text_would_be_found() throws IOException {
    store.write(txn -> {
      txn.messageChanges().hide(txn.history().after(WITH_BOB, 0, 1).getFirst());
      txn.history().append(plain(3).saying(ranges(), null));
      return true;
    });
    assertTrue(isOnDisk("ranges"));
    store.write(txn -> {
      txn.messageChanges().hide(found(txn, 3));
      txn.history().append(plain(4).saying(TextRanges.NONE, preview()));
      return true;
    });
    assertTrue(isOnDisk("preview"));
    store.write(txn -> {
      txn.messageChanges().hide(found(txn, 4));
      return true;
    });
    assertFalse(isOnDisk("neither"));
  }

  private static Entry found(Transaction txn, int number) {
    return Objects.requireNonNull(txn.history().find(message(number), BOB));
  }

  private static NewEntry plain(int number) {
    return new NewEntry(
        message(number),
        WITH_BOB,
        BOBS_DEVICE,
        false,
        10 + number,
        Entry.Kind.MESSAGE,
        "plain",
        START,
        START,
        List.of());
  }

  @Test
  void what_is_deleted_for_oneself_is_neither() throws IOException {
    store.write(txn -> {
      txn.messageChanges().hide(txn.history().after(WITH_BOB, 0, 1).getFirst());
      return true;
    });
    assertFalse(isOnDisk("after"));
    assertEquals(
        ALICES_DEVICE, store.read(txn -> txn.history().after(WITH_BOB, 0, 1)).getFirst().author());
  }
}
