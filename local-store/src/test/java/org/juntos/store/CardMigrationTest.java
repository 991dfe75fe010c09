package org.juntos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.BOBS_DEVICE;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.WITH_BOB;
import static org.juntos.store.Fixture.card;
import static org.juntos.store.Fixture.message;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.MessageChange;
import org.juntos.content.MessageChange.Deed;
import org.juntos.content.MessageName;
import org.juntos.content.Poll;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.store.db.Database;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.db.Migrations;
import org.juntos.store.history.StoredCard;

class CardMigrationTest {
  private static final int WITHOUT_CARDS = 15;

  @TempDir private Path temp;

  /// Versions up to 15 knew no cards; reactions stay what they were.
  @Test
  void a_profile_without_cards_takes_them_from_then_on() {
    var database = Database.open(temp.resolve("old.db"), SecretBytes.takeFrom(new byte[32]));
    new Migrations(MigrationTest.scripts(WITHOUT_CARDS)).run(database);
    MigrationTest.bob(database);
    Migrations.shipped().run(database);
    try (var store =
        new SqliteStore(database, DatabaseThread.calling(), new SecureRandom(), database::close)) {
      var poll = new Poll("Where to?", List.of("Porto", "Faro"), false, false);
      var vote =
          new MessageChange(new MessageName(BOB, message(1)), 1, START, new Deed.Vote(List.of(1)));
      store.write(txn -> {
        txn.history().open(WITH_BOB, BOB, START);
        txn.history().append(card(1, poll));
        return txn.messageChanges().learn(WITH_BOB, BOBS_DEVICE, 2, message(2), vote);
      });
      assertEquals(
          List.of(new StoredCard.Vote(BOB, message(2), List.of(1), START)),
          OpenStore.there(
                  store.read(txn -> txn.history().after(WITH_BOB, 0, 1).getFirst().marks().card()))
              .votes());
    }
  }
}
