package org.juntos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.store.db.Snapshot;
import org.juntos.store.draft.Scheduled;
import org.juntos.store.keyslot.Protection;

class SnapshotTest extends OpenStore {
  @Test
  void closing_takes_one_a_day_and_keeps_three() throws IOException {
    for (var day = 1; day <= 5; day++) {
      write(txn -> txn.settings().put("now", fixture.now.toString()));
      reopen();
      reopen();
      assertEquals(Math.min(day, 3), daily().size());
      assertEquals(fixture.now, daily().getFirst().takenAt());
      fixture.pass(Duration.ofDays(1));
    }
  }

  @Test
  void a_day_that_was_not_over_takes_none() throws IOException {
    reopen();
    fixture.pass(Duration.ofHours(23));
    reopen();
    assertEquals(1, daily().size());
  }

  @Test
  void a_snapshot_from_a_clock_that_was_wrong_does_not_stop_the_next_ones() throws IOException {
    fixture.pass(Duration.ofDays(3650));
    reopen();
    fixture.now = Fixture.START;
    for (var day = 0; day < 4; day++) {
      reopen();
      fixture.pass(Duration.ofDays(1));
    }
    var last = Fixture.START.plus(Duration.ofDays(3));
    assertEquals(
        List.of(last, last.minus(Duration.ofDays(1)), last.minus(Duration.ofDays(2))),
        daily().stream().map(Snapshot::takenAt).toList());
  }

  @Test
  void one_can_be_asked_for_at_any_time_and_be_put_back() throws IOException {
    write(txn -> txn.settings().put("name", "before"));
    var snapshot = profile.snapshot();
    write(txn -> txn.settings().put("name", "after"));
    profile.close();
    var result = fixture.profileFolder().restore(snapshot, Protection.keyring());
    profile = assertInstanceOf(OpenResult.Opened.class, result).profile();
    assertEquals("before", reading(txn -> txn.settings().get("name")));
  }

  @Test
  void what_was_scheduled_in_one_that_is_put_back_does_not_leave_by_itself() throws IOException {
    var message =
        new Scheduled(
            Fixture.message(1),
            Fixture.WITH_BOB,
            Fixture.bytes("later"),
            Fixture.START,
            List.of(),
            "");
    write(txn -> txn.schedule().add(message, Fixture.START));
    var snapshot = profile.snapshot();
    write(txn -> txn.schedule().left(message));
    profile.close();
    var result = fixture.profileFolder().restore(snapshot, Protection.keyring());
    profile = assertInstanceOf(OpenResult.Opened.class, result).profile();
    assertEquals(
        List.of("schedule-uncertain"),
        reading(txn -> txn.schedule().all().stream().map(Scheduled::failure).toList()));
  }

  @Test
  void the_daily_one_can_be_taken_while_nothing_else_goes_on() throws IOException {
    profile.snapshotDaily();
    profile.snapshotDaily();
    assertEquals(1, daily().size());
  }

  @Test
  void files_that_are_no_snapshots_are_left_alone() throws IOException {
    profile.snapshot();
    var folder = fixture.folder.resolve("snapshots");
    for (var name : List.of("part", "notes.txt", "x.db", ".db", "20260101T000000Z.other.db")) {
      Files.writeString(folder.resolve(name), "not ours");
    }
    assertEquals(1, profile.snapshots().size());
  }

  private List<Snapshot> daily() throws IOException {
    return profile.snapshots().stream()
        .filter(snapshot -> snapshot.reason() == Snapshot.Reason.DAILY)
        .toList();
  }
}
