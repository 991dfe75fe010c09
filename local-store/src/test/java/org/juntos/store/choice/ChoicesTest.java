package org.juntos.store.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.WITH_BOB;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.content.Choice;
import org.juntos.content.Chosen;
import org.juntos.content.ConversationId;
import org.juntos.content.Notices;
import org.juntos.store.Change;
import org.juntos.store.Fixture;
import org.juntos.store.OpenStore;

class ChoicesTest extends OpenStore {
  private static final UUID WORK = new UUID(1, 1);
  private static final UUID FAMILY = new UUID(1, 2);
  private static final ConversationId ANOTHER = new ConversationId(new UUID(2, 2));

  private static Chosen muted(Instant until, long at) {
    return new Chosen(new Choice.Muted(WITH_BOB, until), START.plusMillis(at));
  }

  private boolean counts(Chosen chosen) {
    return writing(txn -> txn.choices().put(chosen));
  }

  @Test
  void what_was_chosen_is_there_after_a_restart_each_thing_by_itself() throws IOException {
    write(txn -> {
      txn.choices().put(muted(Choice.FOREVER, 1));
      txn.choices().put(new Chosen(new Choice.Notified(WITH_BOB, Notices.MENTIONS), START));
      txn.choices().put(new Chosen(new Choice.InFolder(WITH_BOB, WORK, true), START));
      txn.choices().put(new Chosen(new Choice.InFolder(WITH_BOB, FAMILY, true), START));
      txn.choices().put(new Chosen(new Choice.Archived(ANOTHER, true), START));
      txn.choices().put(new Chosen(new Choice.Folder(WORK, "Work", 1), START));
    });
    reopen();
    assertEquals(4, reading(txn -> txn.choices().of(WITH_BOB)).size());
    assertEquals(
        List.of(new Choice.Archived(ANOTHER, true)), reading(txn -> txn.choices().of(ANOTHER)));
    assertEquals(
        List.of(new Choice.Folder(WORK, "Work", 1)), reading(txn -> txn.choices().general()));
    assertEquals(6, reading(txn -> txn.choices().all()).size());
    assertNull(reading(txn -> txn.choices().about(new Choice.Pinned(WITH_BOB, 1))));
  }

  @Test
  void an_older_choice_changes_nothing_and_tells_nobody() {
    assertTrue(counts(muted(Choice.FOREVER, 5)));
    commits.clear();
    assertFalse(counts(muted(Instant.EPOCH, 4)));
    assertFalse(counts(muted(Choice.FOREVER, 5)));
    assertEquals(List.of(), commits);
    assertTrue(counts(muted(Instant.EPOCH, 6)));
    assertEquals(
        muted(Instant.EPOCH, 6), reading(txn -> txn.choices().about(muted(START, 0).choice())));
  }

  @Test
  void views_hear_of_what_was_chosen() {
    write(txn -> txn.choices().put(muted(Choice.FOREVER, 1)));
    write(txn -> txn.choices().put(new Chosen(new Choice.Folder(WORK, "Work", 1), START)));
    assertEquals(
        List.of(List.of(new Change.Conversation(WITH_BOB)), List.of(new Change.Choices())),
        commits);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void in_whatever_order_choices_come_the_same_ones_count(long seed) throws IOException {
    var random = new Random(seed);
    var all = new ArrayList<Chosen>();
    for (int i = 0; i < 40; i++) {
      var at = START.plusMillis(random.nextInt(6)); // many at once
      var until = Instant.ofEpochMilli(random.nextInt(3));
      all.add(new Chosen(new Choice.Muted(WITH_BOB, until), at));
      all.add(new Chosen(new Choice.InFolder(WITH_BOB, WORK, random.nextBoolean()), at));
      all.add(new Chosen(new Choice.Folder(WORK, "Work " + random.nextInt(3), 1), at));
    }
    var first = afterAll(all);
    Collections.shuffle(all, random);
    assertEquals(first, afterAll(all));
  }

  private List<Chosen> afterAll(List<Chosen> choices) throws IOException {
    profile.close();
    fixture = new Fixture(temp.resolve("after" + choices.hashCode()));
    profile = fixture.create();
    write(txn -> choices.forEach(chosen -> txn.choices().put(chosen)));
    return reading(txn -> txn.choices().all());
  }
}
