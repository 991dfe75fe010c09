package org.juntos.engine.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.Self;
import org.juntos.engine.outbox.Jobs;
import org.juntos.store.Profile;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.contact.Contact.State;
import org.juntos.store.history.Entry;
import org.juntos.store.history.History;
import org.juntos.store.outbox.Outbox;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// How often somebody is asked to send again, and does so.
class LostMessagesTest {
  private static final AccountId BOB = new AccountId(new UUID(2, 2));

  @TempDir Path folder;

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final SecureRandom random = new SecureRandom();
  private final CryptoSource cryptos = new CryptoSource(() -> now, random);
  private Profile profile;
  private Self self;
  private Jobs jobs;

  @BeforeEach
  void make_profile() throws IOException {
    var made = TestProfile.in(folder, cryptos, random);
    profile = made.profile();
    self = made.self();
    jobs = new Jobs(self, cryptos.clock(), random);
  }

  @AfterEach
  void close_profile() {
    profile.close();
  }

  @Test
  void a_contact_is_asked_once_in_a_while() {
    var lost = new LostMessages(jobs);
    assertEquals(1, jobsAfter(State.ACCEPTED, txn -> lost.ask(txn, BOB)));
    assertEquals(1, jobsAfter(State.ACCEPTED, txn -> lost.ask(txn, BOB)));
    now = now.plusSeconds(60);
    assertEquals(2, jobsAfter(State.ACCEPTED, txn -> lost.ask(txn, BOB)));
  }

  @Test
  void nobody_but_a_contact_is_asked() {
    var lost = new LostMessages(jobs);
    for (var state : List.of(State.ASKING, State.REQUESTED, State.BLOCKED)) {
      assertEquals(0, jobsAfter(state, txn -> lost.ask(txn, BOB)), state.name());
    }
  }

  @Test
  void a_message_is_sent_again_a_few_times_however_often_it_is_asked_for() {
    write();
    var restorations = new Restorations(self, cryptos, jobs);
    var sent = 0;
    for (var time = 0; time < 10; time++) {
      sent +=
          jobsAfter(
              State.ACCEPTED,
              txn -> restorations.sendAgain(txn, contact(State.ACCEPTED), conversation()));
      empty();
    }
    assertEquals(History.MOST_RESENT, sent);
  }

  @Test
  void nothing_is_sent_again_to_those_who_are_no_contacts() {
    write();
    var restorations = new Restorations(self, cryptos, jobs);
    for (var state : List.of(State.ASKING, State.REQUESTED, State.BLOCKED)) {
      assertEquals(
          0,
          jobsAfter(state, txn -> restorations.sendAgain(txn, contact(state), conversation())),
          state.name());
    }
  }

  /// How many jobs there are to Bob.
  private int jobsAfter(State state, Consumer<Transaction> work) {
    return profile
        .store()
        .write(txn -> {
          txn.contacts().put(contact(state));
          work.accept(txn);
          return txn.outbox().size();
        });
  }

  private void empty() {
    profile
        .store()
        .write(txn -> {
          for (Outbox.Job job : txn.outbox().ready(BOB, 100)) {
            txn.outbox().remove(job.id());
          }
          return true;
        });
  }

  private void write() {
    profile
        .store()
        .write(txn -> {
          txn.history().open(conversation(), BOB, now);
          return txn.history()
              .append(
                  new History.NewEntry(
                      new MessageId(UUID.randomUUID()),
                      conversation(),
                      self.address(),
                      true,
                      1,
                      Entry.Kind.MESSAGE,
                      "hello",
                      now,
                      now,
                      List.of()));
        });
  }

  private ConversationId conversation() {
    return self.conversationWith(BOB);
  }

  private Contact contact(State state) {
    return new Contact(BOB, "Bob", state, self.identityKey(), false, Bytes.EMPTY, "r", now);
  }
}
