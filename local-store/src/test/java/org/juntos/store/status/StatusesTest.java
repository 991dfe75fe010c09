package org.juntos.store.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.message;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juntos.content.Attachment;
import org.juntos.content.MessageId;
import org.juntos.content.StatusContent;
import org.juntos.content.StatusReply;
import org.juntos.store.Change;
import org.juntos.store.OpenStore;
import org.juntos.store.status.StatusPeople.Viewer;
import org.juntos.store.status.StoredStatus.State;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

class StatusesTest extends OpenStore {
  private static final AccountId ME = new AccountId(new UUID(0x4000, 77));
  private static final Duration DAY = Duration.ofHours(24);
  private static final Instant LATEST = START.plus(DAY).plus(DAY);

  private static StatusContent.Posted text(String text, Instant postedAt) {
    return new StatusContent.Posted(StatusContent.Kind.TEXT, text, 1, null, postedAt, List.of());
  }

  private static StatusContent.Posted picture(Instant postedAt) {
    var file =
        new Attachment(
            "",
            Bytes.of(new byte[32]),
            Bytes.of(new byte[32]),
            10,
            67,
            "",
            "image/jpeg",
            Attachment.Kind.IMAGE,
            Attachment.Preview.NONE);
    return new StatusContent.Posted(StatusContent.Kind.IMAGE, "", 0, file, postedAt, List.of(BOB));
  }

  private static StoredStatus status(
      AccountId author, int id, StatusContent.Posted content, State state, String file) {
    var until = content.postedAt().plus(DAY);
    return new StoredStatus(author, message(id), content, state, until, until, file, "", "", false);
  }

  private @Nullable StoredStatus found(AccountId author, int id) {
    return reading(txn -> txn.statuses().find(author, message(id)));
  }

  private boolean added(StoredStatus status) {
    boolean added = writing(txn -> txn.statuses().add(status));
    return added;
  }

  private boolean viewed(int id) {
    boolean viewed = writing(txn -> txn.statuses().viewed(BOB, message(id)));
    return viewed;
  }

  private List<MessageId> ids(List<StoredStatus> statuses) {
    return statuses.stream().map(StoredStatus::id).toList();
  }

  @Test
  void a_status_is_kept_as_it_came_and_once() throws IOException {
    var status = status(BOB, 1, picture(START), State.OFFERED, "ab".repeat(16));
    commits.clear();
    assertTrue(added(status));
    assertEquals(List.of(List.of(new Change.Status())), commits);
    assertFalse(added(status(BOB, 1, text("x", START), State.HERE, "")));
    reopen();
    assertEquals(status, found(BOB, 1));
    assertNull(found(ME, 1));
  }

  @Test
  void one_that_waits_comes_after_those_that_the_relay_has_taken() {
    write(txn -> {
      txn.statuses().add(status(ME, 3, text("waits", Instant.EPOCH), State.WAITING, ""));
      txn.statuses().add(status(ME, 2, text("later", START.plusSeconds(9)), State.HERE, ""));
      txn.statuses().add(status(ME, 1, text("first", START), State.HERE, ""));
    });
    assertEquals(
        List.of(message(1), message(2), message(3)), ids(reading(txn -> txn.statuses().all())));
    write(txn -> {
      var taken = text("waits", START.plusSeconds(20));
      txn.statuses().posted(ME, message(3), taken, START.plus(DAY), START.plus(DAY));
    });
    assertEquals(State.HERE, there(found(ME, 3)).state());
    assertEquals(List.of(), reading(txn -> txn.statuses().in(State.WAITING)));
    assertEquals(
        List.of(START.plusSeconds(9), START.plusSeconds(20)),
        reading(txn -> txn.statuses().times(ME, START)));
  }

  @Test
  void it_is_over_by_whichever_clock_says_so_first_and_when_one_was_put_back() {
    write(txn -> {
      txn.statuses().add(status(BOB, 1, text("one", START), State.HERE, ""));
      txn.statuses().add(status(ME, 2, text("waits", Instant.EPOCH), State.WAITING, ""));
    });
    var soon = START.plus(DAY).minusMillis(1);
    var over = START.plus(DAY);
    assertEquals(List.of(), reading(txn -> txn.statuses().due(soon, soon, LATEST)));
    var one = List.of(message(1));
    assertEquals(one, ids(reading(txn -> txn.statuses().due(over, soon, LATEST))));
    assertEquals(one, ids(reading(txn -> txn.statuses().due(soon, over, LATEST))));
    assertEquals(one, ids(reading(txn -> txn.statuses().due(soon, START.minus(DAY), soon))));
  }

  @Test
  void it_lasts_no_longer_here_than_by_the_clock_of_the_relay() {
    var here = START.plus(DAY).plus(DAY);
    var late = text("came late", START);
    write(txn -> {
      txn.statuses()
          .add(
              new StoredStatus(
                  BOB, message(1), late, State.HERE, START.plus(DAY), here, "", "", "", false));
      txn.statuses().tighten(Duration.ofHours(2));
    });
    var known = START.plus(DAY).minus(Duration.ofHours(2));
    assertEquals(known, there(found(BOB, 1)).localUntil());
    write(txn -> txn.statuses().tighten(Duration.ofDays(-300)));
    assertEquals(known, there(found(BOB, 1)).localUntil(), "never longer");
  }

  @Test
  void of_what_is_over_nothing_is_left_but_its_name_for_a_while() throws IOException {
    var file = "cd".repeat(16);
    write(txn -> {
      txn.statuses().add(status(BOB, 1, picture(START), State.HERE, file));
      txn.statuses().end(BOB, message(1), START);
    });
    assertNull(found(BOB, 1));
    assertEquals(List.of(), reading(txn -> txn.statuses().all()));
    assertEquals(
        List.of(START), reading(txn -> txn.statuses().times(BOB, Instant.EPOCH)), "counts");
    assertFalse(added(status(BOB, 1, picture(START), State.OFFERED, "")));
    var left = reading(txn -> txn.statuses().leftovers());
    assertEquals(List.of(file), left.stream().map(Statuses.Leftover::file).toList());
    write(txn -> txn.statuses().forget(LATEST));
    assertEquals(left, reading(txn -> txn.statuses().leftovers()), "the file comes first");
    write(txn -> {
      txn.statuses().cleared(left.getFirst());
      txn.statuses().forget(START.plus(DAY).minusMillis(1));
    });
    assertFalse(added(status(BOB, 1, picture(START), State.OFFERED, "")));
    write(txn -> txn.statuses().forget(START.plus(DAY)));
    assertTrue(added(status(BOB, 1, picture(START), State.OFFERED, "")));
  }

  @Test
  void one_that_was_taken_back_before_it_came_does_not_come() {
    write(txn -> txn.statuses().end(BOB, message(1), START.plus(DAY)));
    assertFalse(added(status(BOB, 1, text("late", START), State.HERE, "")));
    assertEquals(List.of(), reading(txn -> txn.statuses().times(BOB, Instant.EPOCH)));
  }

  @Test
  void only_whom_it_was_sent_to_can_have_seen_it_and_the_first_time_counts() {
    write(txn -> {
      txn.statuses().add(status(ME, 1, text("one", START), State.HERE, ""));
      txn.statusPeople().sentTo(message(1), BOB);
      txn.statusPeople().seen(message(1), ME, START);
      assertEquals(List.of(new Viewer(BOB, null)), txn.statusPeople().of(message(1)));
      txn.statusPeople().seen(message(1), BOB, START.plusSeconds(5));
      txn.statusPeople().seen(message(1), BOB, START.plusSeconds(9));
      txn.statusPeople().sentTo(message(1), BOB);
    });
    assertEquals(
        List.of(new Viewer(BOB, START.plusSeconds(5))),
        reading(txn -> txn.statusPeople().of(message(1))));
    write(txn -> txn.statuses().end(ME, message(1), START));
    assertEquals(List.of(), reading(txn -> txn.statusPeople().of(message(1))));
  }

  @Test
  void mutes_and_replies_are_kept() throws IOException {
    var reply = new StatusReply(message(9), StatusContent.Kind.VIDEO);
    write(txn -> {
      txn.statusPeople().mute(BOB, true);
      txn.statusPeople().mute(BOB, true);
      txn.statusPeople().reply(BOB, message(1), reply);
    });
    reopen();
    assertEquals(Set.of(BOB), reading(txn -> txn.statusPeople().muted()));
    assertEquals(reply, reading(txn -> txn.statusPeople().reply(BOB, message(1))));
    assertNull(reading(txn -> txn.statusPeople().reply(ME, message(1))));
    write(txn -> txn.statusPeople().mute(BOB, false));
    assertEquals(Set.of(), reading(txn -> txn.statusPeople().muted()));
  }

  @Test
  void the_file_of_a_status_is_not_swept_as_one_that_nobody_names() throws IOException {
    var named = "ef".repeat(16);
    var unnamed = "01".repeat(16);
    write(txn -> txn.statuses().add(status(BOB, 1, picture(START), State.HERE, named)));
    Files.writeString(profile.attachments().path(named), "kept");
    Files.writeString(profile.attachments().path(unnamed), "swept");
    reopen();
    assertEquals(4, profile.attachments().size(named));
    assertEquals(-1, profile.attachments().size(unnamed));
  }

  @Test
  void being_seen_is_noted_once() {
    write(txn -> txn.statuses().add(status(BOB, 1, text("one", START), State.HERE, "")));
    assertTrue(viewed(1));
    assertFalse(viewed(1));
    assertFalse(viewed(2));
    assertTrue(there(found(BOB, 1)).viewed());
  }
}
