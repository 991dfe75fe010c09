package org.juntos.store.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.juntos.store.Fixture.ALICE;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.WITH_BOB;
import static org.juntos.store.Fixture.WITH_CAROL;
import static org.juntos.store.Fixture.bytes;
import static org.juntos.store.Fixture.message;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juntos.content.MessageId;
import org.juntos.content.MessageName;
import org.juntos.store.Change;
import org.juntos.store.OpenStore;
import org.juntos.store.attachment.Attachments.Preparation;

class ScheduleTest extends OpenStore {
  private static Scheduled scheduled(int id, Instant due, String file) {
    return new Scheduled(
        message(id),
        WITH_BOB,
        bytes("content " + id),
        due,
        file.isEmpty()
            ? List.of()
            : List.of(new Scheduled.File(file, new Preparation(true, false))),
        "");
  }

  private List<MessageId> waiting() {
    return reading(txn -> txn.schedule().all().stream().map(Scheduled::id).toList());
  }

  @Test
  void what_leaves_first_is_first_and_files_stay_until_it_is_cancelled() throws IOException {
    var file = profile.attachments().newName();
    Files.write(profile.attachments().path(file), new byte[3]);
    var later = scheduled(1, START.plusSeconds(60), file);
    write(txn -> txn.schedule().add(later, START));
    write(txn -> txn.schedule().add(scheduled(2, START, ""), START.plusSeconds(1)));
    write(txn -> txn.schedule().add(scheduled(3, START, ""), START.plusSeconds(2)));
    reopen();
    assertEquals(3, profile.attachments().size(file), "it is not swept away");
    assertEquals(List.of(message(2), message(3), message(1)), waiting());
    assertEquals(later, reading(txn -> txn.schedule().find(message(1))));
    write(txn -> txn.schedule().failed(later, "contact-blocked"));
    assertEquals("contact-blocked", there(find(1)).failure());
    write(txn -> txn.schedule().change(later.at(START.minusSeconds(1))));
    assertEquals(later.at(START.minusSeconds(1)), find(1));
    assertEquals(message(1), waiting().getFirst());
    write(txn -> txn.schedule().left(scheduled(2, START, "")));
    write(txn -> txn.schedule().cancel(later));
    assertEquals(List.of(message(3)), waiting());
    assertTrue(commits.getLast().contains(new Change.Erased(List.of(file))));
    assertEquals(List.of(1, 0), counts());
  }

  private List<Integer> counts() {
    return reading(
        txn -> List.of(txn.schedule().count(WITH_BOB), txn.schedule().count(WITH_CAROL)));
  }

  private @Nullable Scheduled find(int id) {
    return reading(txn -> txn.schedule().find(message(id)));
  }

  @Test
  void each_conversation_has_a_draft_of_its_own() throws IOException {
    var files =
        List.of(new Draft.File("/a b/ü.txt", true, false), new Draft.File("/c", false, true));
    var one = new Draft("to bob", new MessageName(ALICE, message(1)), files, START);
    var other = new Draft("to carol", null, List.of(), START);
    write(txn -> txn.drafts().put(WITH_BOB, new Draft("before", null, files, START)));
    write(txn -> txn.drafts().put(WITH_BOB, one));
    write(txn -> txn.drafts().put(WITH_CAROL, other));
    reopen();
    assertEquals(one, reading(txn -> txn.drafts().find(WITH_BOB)));
    assertEquals(other, reading(txn -> txn.drafts().find(WITH_CAROL)));
    write(txn -> txn.drafts().put(WITH_BOB, new Draft("", null, List.of(), START)));
    assertNull(reading(txn -> txn.drafts().find(WITH_BOB)));
    assertEquals(other, reading(txn -> txn.drafts().find(WITH_CAROL)));
  }

  private boolean star(MessageName name, boolean starred, Instant at) {
    return writing(txn -> txn.handling().star(name, starred, at));
  }

  @Test
  void the_later_word_on_a_star_counts_and_of_two_at_once_the_star() {
    var name = new MessageName(BOB, message(1));
    assertTrue(star(name, false, START));
    assertTrue(star(name, true, START));
    assertFalse(star(name, false, START));
    assertFalse(star(name, false, START.minusMillis(1)));
    assertEquals(START.plusMillis(1), reading(txn -> txn.handling().next(name, START)));
    assertTrue(star(name, false, START.plusMillis(1)));
    var other = new MessageName(ALICE, message(1));
    write(txn -> txn.handling().star(other, true, START));
    var first = reading(txn -> txn.handling().stars(null, 1)).getFirst();
    var next = reading(txn -> txn.handling().stars(first.message(), 9));
    assertEquals(1, next.size());
    assertEquals(List.of(), reading(txn -> txn.handling().stars(next.getLast().message(), 9)));
  }
}
