package org.juntos.ui.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.juntos.content.Attachment;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.ui.control.Times;
import org.juntos.ui.fake.Samples;

class TimelineRowsTest {
  private static final Instant NOON = Samples.NOON;
  private final TimelineRows rows =
      new TimelineRows(new Times(InstantSource.fixed(NOON), ZoneOffset.UTC, Locale.UK));

  @Test
  void begins_each_day_with_its_date() {
    var made =
        rows.of(
            Samples.timeline(
                Long.MAX_VALUE,
                Samples.theirs(1, NOON.minus(Duration.ofDays(1)), "a"),
                Samples.theirs(2, NOON, "b")));
    assertEquals(new Row.Day(LocalDate.of(2026, 3, 11)), made.get(0));
    assertEquals(new Row.Day(LocalDate.of(2026, 3, 12)), made.get(2));
    assertEquals(4, made.size());
  }

  @Test
  void groups_what_one_author_writes_within_five_minutes() {
    var made =
        rows.of(
            Samples.timeline(
                Long.MAX_VALUE,
                Samples.theirs(1, NOON, "a"),
                Samples.theirs(2, NOON.plusSeconds(300), "b"),
                Samples.theirs(3, NOON.plusSeconds(601), "c"),
                Samples.own(4, NOON.plusSeconds(602), "d", Stage.SENT)));
    assertEquals(
        List.of(place(true, false), place(false, true), place(true, true), place(true, true)),
        made.stream().skip(1).map(TimelineRowsTest::item).map(item -> item.place().get()).toList());
  }

  @Test
  void marks_where_the_unread_ones_begin_and_breaks_the_group_there() {
    var made =
        rows.of(Samples.timeline(1, Samples.theirs(1, NOON, "a"), Samples.theirs(2, NOON, "b")));
    assertEquals(new Row.Unread(), made.get(2));
    assertEquals(place(true, true), item(made.get(1)).place().get());
    assertEquals(place(true, true), item(made.get(3)).place().get());
  }

  @Test
  void marks_the_very_first_message_as_unread_too() {
    var made = rows.of(Samples.timeline(0, Samples.theirs(1, NOON, "a")));
    assertEquals(new Row.Unread(), made.get(1));
  }

  @Test
  void draws_a_notice_anew_when_it_shrinks_and_when_the_message_takes_its_place() {
    var two = item(rows.of(Samples.timeline(9, Samples.gap(1, 7, "2"))).get(1));
    var one = item(rows.of(Samples.timeline(9, Samples.gap(1, 7, "1"))).get(1));
    var message = item(rows.of(Samples.timeline(9, Samples.theirs(1, NOON, "b"))).get(1));
    assertNotSame(two, one);
    assertNotSame(one, message);
  }

  @Test
  void keeps_the_item_of_a_message_while_its_tick_changes() {
    var before = rows.of(Samples.timeline(9, Samples.own(1, NOON, "a", Stage.WAITING)));
    var item = item(before.get(1));
    var after = rows.of(Samples.timeline(9, Samples.own(1, NOON, "a", Stage.SEEN)));

    assertEquals(before, after);
    assertSame(item, item(after.get(1)));
    assertEquals(Stage.SEEN, item.entry().get().progress().stage());
  }

  @Test
  void draws_a_message_anew_when_its_file_turns_out_to_be_a_video() {
    var preparing = Samples.preparing(1, NOON, Attachment.Kind.FILE, 0);
    var item = item(rows.of(Samples.timeline(9, preparing)).get(1));
    var further = Samples.preparing(1, NOON, Attachment.Kind.FILE, 300);
    assertSame(item, item(rows.of(Samples.timeline(9, further)).get(1)));
    assertEquals(300, item.attachments().getFirst().view().get().transferred());

    var known = Samples.preparing(1, NOON, Attachment.Kind.VIDEO, 400);
    var anew = item(rows.of(Samples.timeline(9, known)).get(1));
    assertNotSame(item, anew);
    assertEquals(Attachment.Kind.VIDEO, anew.attachments().getFirst().view().get().kind());
  }

  @Test
  void says_that_a_file_is_being_prepared() {
    var sentence = new Sentence(new Times(InstantSource.fixed(NOON), ZoneOffset.UTC, Locale.UK));
    assertEquals(
        "You, 12:00, waiting: video ferry.mov, 18 MB, preparing",
        sentence.of(Samples.preparing(1, NOON, Attachment.Kind.VIDEO, 0)));
  }

  @Test
  void says_a_message_as_one_sentence() {
    var sentence = new Sentence(new Times(InstantSource.fixed(NOON), ZoneOffset.UTC, Locale.UK));
    EntryView entry = Samples.own(1, NOON, "see you\nat eight", Stage.DELIVERED);
    assertEquals("You, 12:00, delivered: see you at eight", sentence.of(entry));
    assertEquals("Ana, 12:00: hello", sentence.of(Samples.theirs(2, NOON, "hello")));
  }

  @Test
  void folds_texts_that_are_long_or_have_many_lines() {
    assertEquals(5, BodyText.firstFold("short"));
    assertEquals(1500, BodyText.firstFold("x".repeat(65_536)));
    assertEquals(23, BodyText.firstFold("\n".repeat(100)));
    assertEquals(1499, BodyText.firstFold("x".repeat(1499) + "😀".repeat(9000)));
  }

  private static EntryItem.Place place(boolean first, boolean last) {
    return new EntryItem.Place(first, last);
  }

  private static EntryItem item(Row row) {
    return ((Row.Entry) row).item();
  }
}
