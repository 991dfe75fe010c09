package org.juntos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import static org.juntos.store.Fixture.envelope;
import static org.juntos.store.Fixture.incoming;
import static org.juntos.store.Fixture.job;
import static org.juntos.store.Fixture.message;
import static org.juntos.store.Fixture.outgoing;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.Manner;
import org.juntos.content.MessageChange;
import org.juntos.content.MessageName;
import org.juntos.content.Poll;
import org.juntos.content.Quote;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.store.attachment.Attachments.Preparation;
import org.juntos.store.attachment.StoredAttachment.Transfer;
import org.juntos.store.db.Database;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.db.Migrations;
import org.juntos.store.draft.Draft;
import org.juntos.store.history.StoredChange;
import org.juntos.store.outbox.Outbox;
import org.juntos.store.search.IndexedWindow;
import org.juntos.store.search.Search;
import org.juntos.store.search.SearchQuery;

/// Asks SQLite how it runs every statement that the store prepares: none may read a whole table
/// that grows with what people write.
class StatementPlanTest {
  /// Tables that are read whole on purpose: one row a conversation, one a contact, one for 4096
  /// entries, and a thousand at most.
  private static final Set<String> READ_WHOLE =
      Set.of(
          "SCAN conversation",
          "SCAN contact",
          "SCAN search_window",
          "SCAN quarantine",
          "SCAN account_gone",
          "SCAN attachment USING INDEX attachment_pending");

  @TempDir Path temp;
  private Database database;
  private SqliteStore store;

  @BeforeEach
  void open() {
    database = Database.open(temp.resolve("plan.db"), SecretBytes.takeFrom(new byte[32]));
    Migrations.shipped().run(database);
    var random = new SecureRandom();
    store = new SqliteStore(database, DatabaseThread.calling(), random, database::close);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void no_statement_reads_a_growing_table_as_a_whole() {
    store.write(txn -> {
      useHistory(txn);
      useOutbox(txn);
      useChanges(txn);
      useHandling(txn);
      useCards(txn);
      OtherStatements.use(txn);
      useSearch(txn);
      return true;
    });
    var statements = statements();
    assertTrue(statements.size() > 50, "too few were prepared: " + statements.size());
    var found = new ArrayList<String>();
    for (var sql : statements) {
      for (var step : plan(sql)) {
        if (step.startsWith("SCAN") && !READ_WHOLE.contains(step)) {
          found.add(step + " in " + sql);
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void a_page_is_one_walk_along_the_table_and_needs_no_sorting() {
    store.write(txn -> {
      useHistory(txn);
      return true;
    });
    for (var sql : pageStatements()) {
      assertEquals(
          List.of("SEARCH entry USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"), plan(sql));
    }
  }

  @Test
  void a_long_queue_is_not_walked_to_find_what_is_held_or_ready() {
    store.write(txn -> {
      useHistory(txn);
      useOutbox(txn);
      return true;
    });
    var plans = new TreeSet<String>();
    statements().stream()
        .filter(sql -> sql.contains("FROM outbox_job") && sql.contains("recipient = ? AND waits"))
        .forEach(sql -> plans.addAll(plan(sql)));
    assertEquals(Set.of("SEARCH outbox_job USING INDEX outbox_held (recipient=?)"), plans);
  }

  private void useSearch(Transaction txn) {
    var query =
        new SearchQuery(
            List.of("body"), Set.of(WITH_BOB), Set.of(BOB), Instant.MIN, Instant.MAX, List.of());
    database.queries().update("UPDATE counter SET value = value + 4096 WHERE name = 'entry row'");
    var window = OpenStore.there(txn.searchIndex().begin()).indexed();
    IntStream.range(0, IndexedWindow.PARTS).forEach(part -> txn.searchIndex().put(window, part));
    txn.search().look(query, Search.NEWEST, 9);
    txn.search().count(query, Search.NEWEST);
    txn.search().look(query.onlyStarred(), Search.NEWEST, 9);
    txn.search().named(message(1), message(2), 2);
    txn.search().unindexed();
  }

  private static void useHistory(Transaction txn) {
    var history = txn.history();
    history.open(WITH_BOB, BOB, START);
    history.append(incoming(1, attachment("a")));
    var row = history.append(outgoing(2, attachment("b")));
    history.before(WITH_BOB, Long.MAX_VALUE, 50);
    history.after(WITH_BOB, 0, 50);
    history.conversations();
    history.conversation(WITH_BOB);
    history.find(message(1));
    history.find(message(1), BOB);
    history.markAccepted(message(2), START);
    history.markDelivered(message(2), START);
    history.markSeen(message(2), START);
    history.markFailed(message(2), "code");
    history.readUpTo(WITH_BOB, row);
    history.nextSequence(WITH_BOB, BOB);
    history.arrived(WITH_BOB, BOBS_DEVICE, 5);
    var came = history.gap(WITH_BOB, BOBS_DEVICE, 4, START);
    history.append(incoming(5), came);
    history.append(incoming(3), history.arrived(WITH_BOB, BOBS_DEVICE, 3).row());
    history.append(incoming(4), history.arrived(WITH_BOB, BOBS_DEVICE, 4).row());
    history.late(WITH_BOB, 0);
    history.isRead(WITH_BOB, came);
    history.readUpTo(WITH_BOB, came);
    history.resend(message(2));
    history.switchSequences(WITH_BOB, BOB, bytes("one"), bytes("other"));
  }

  private static void useOutbox(Transaction txn) {
    var outbox = txn.outbox();
    var job = outbox.add(job(BOB, 2, Outbox.Kind.MESSAGE));
    outbox.putSealed(job, List.of(new Outbox.SealedEnvelope(envelope(1), 1, bytes("x"))));
    outbox.sealed(job);
    outbox.find(job);
    outbox.ready(10);
    outbox.ready(BOB, 10);
    outbox.of(message(2));
    outbox.number(job, 1);
    outbox.retryAt(job, START);
    outbox.hurry(message(2));
    outbox.hurry();
    outbox.size();
    var attachments = txn.attachments();
    attachments.find(message(2), 0);
    attachments.setTransfer(message(2), 0, Transfer.RUNNING);
    attachments.setTransferred(message(2), 0, 5);
    attachments.setUpload(message(2), 0, "u");
    attachments.upload(message(2), 0);
    attachments.pending(true);
    attachments.prepare(message(2), 0, new Preparation(false, false));
    attachments.preparation(message(2), 0);
    attachments.unprepared();
    attachments.describe(message(2), 0, attachment("c"));
    attachments.prepared(message(2), 0, "f", attachment("c"));
    attachments.uploaded(message(2), 0, "blob");
    attachments.leaveOut(message(2), 0);
    outbox.remove(job);
  }

  private static void useChanges(Transaction txn) {
    var changes = txn.messageChanges();
    var name = new MessageName(BOB, message(1));
    var edit = new MessageChange(name, 1, START, new MessageChange.Deed.Edit("x"));
    changes.first(txn.history().before(WITH_BOB, Long.MAX_VALUE, 1).getFirst());
    changes.learn(WITH_BOB, BOBS_DEVICE, 6, message(6), edit);
    changes.make(WITH_BOB, ALICES_DEVICE, message(7), edit);
    changes.number(message(7), 1);
    changes.delivered(WITH_BOB, message(7));
    changes.failed(message(7), "code");
    changes.failed(name);
    changes.resend(message(7));
    changes.revision(name, BOB, StoredChange.Kind.EDIT);
    changes.find(BOB, message(6));
    changes.of(name);
    changes.since(0, 10);
    changes.numbered(WITH_BOB, BOBS_DEVICE, 1, 9);
    changes.undelivered(WITH_BOB, ALICES_DEVICE);
    changes.numbers(name);
    changes.versions(txn.history().before(WITH_BOB, Long.MAX_VALUE, 1).getFirst());
    txn.quotes().put(name, new Quote(new MessageName(ALICE, message(2)), "x", List.of()));
    txn.history().forgo(WITH_BOB, BOBS_DEVICE, 9);
    var deletion = new MessageChange.Deed.Deletion(START, List.of());
    changes.learn(
        WITH_BOB, BOBS_DEVICE, 8, message(8), new MessageChange(name, 1, START, deletion));
    changes.hide(txn.history().before(WITH_BOB, Long.MAX_VALUE, 1).getFirst());
    changes.hideLater(new MessageName(BOB, message(99)));
  }

  private static void useCards(Transaction txn) {
    var poll = new Poll("?", List.of("yes", "no"), false, false);
    txn.history().append(card(31, poll));
    var name = new MessageName(BOB, message(31));
    var vote = new MessageChange(name, 1, START, new MessageChange.Deed.Vote(List.of(1)));
    txn.messageChanges().learn(WITH_BOB, BOBS_DEVICE, 32, message(32), vote);
    var counted = List.of(new MessageChange.Counted(BOB, message(32)));
    var close = new MessageChange(name, 1, START, new MessageChange.Deed.Close(counted));
    txn.messageChanges().learn(WITH_BOB, BOBS_DEVICE, 33, message(33), close);
    txn.history().conversations();
    txn.history().before(WITH_BOB, Long.MAX_VALUE, 5);
  }

  private static void useHandling(Transaction txn) {
    var name = new MessageName(ALICE, message(2));
    var pin = new MessageChange(name, 1, START, new MessageChange.Deed.Pin(true));
    txn.messageChanges().make(WITH_BOB, ALICES_DEVICE, message(9), pin);
    var handling = txn.handling();
    handling.put(name, Manner.FORWARDED);
    handling.star(name, true, START);
    handling.next(name, START);
    handling.stars(null, 9);
    handling.starred(0, 9);
    handling.pinned(WITH_BOB);
    handling.pinRevision(name);
    var file = new Draft.File("/tmp/x", true, false);
    txn.drafts().put(WITH_BOB, new Draft("x", name, List.of(file), START));
    txn.drafts().find(WITH_BOB);
    txn.groups().putEditors(WITH_BOB, 1, Set.of(BOB));
    txn.groups().mayEdit(WITH_BOB, BOB, 1);
    txn.groups().knowsEditors(WITH_BOB);
  }

  private List<String> pageStatements() {
    return statements().stream()
        .filter(sql -> sql.contains("FROM entry") && sql.contains("LIMIT ?"))
        .toList();
  }

  private List<String> plan(String sql) {
    return StatementPlans.plan(database, sql);
  }

  private Set<String> statements() {
    return StatementPlans.statements(database);
  }
}
