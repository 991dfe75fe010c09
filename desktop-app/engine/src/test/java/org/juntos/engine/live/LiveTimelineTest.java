package org.juntos.engine.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.TimelineView;
import org.juntos.wire.AccountId;

class LiveTimelineTest {
  private static final ConversationId CONVERSATION = new ConversationId(new UUID(0, 1));

  private final List<EntryView> stored = new ArrayList<>();
  private final LiveTimeline timeline =
      new LiveTimeline(CONVERSATION, new Stored(), Long.MAX_VALUE, _ -> {});

  @Test
  void it_begins_with_the_newest_page_and_grows_backwards() {
    store(1, 120);
    timeline.loadOlder();
    assertEquals(rows(71, 120), shown());
    assertTrue(view().olderExists());
    timeline.loadOlder();
    timeline.loadOlder();
    assertEquals(rows(1, 120), shown());
    assertFalse(view().olderExists());
  }

  @Test
  void new_entries_come_at_the_end_and_changed_ones_stay_in_their_place() {
    store(1, 3);
    timeline.loadOlder();
    timeline.apply(Set.of(), List.of(entry(5, "five"), entry(4, "four")));
    timeline.apply(Set.of(), List.of(entry(2, "changed")));
    assertEquals(rows(1, 5), shown());
    assertEquals("changed", view().entries().get(1).body());
  }

  @Test
  void what_has_left_its_row_is_gone_and_another_may_be_there() {
    store(1, 4);
    timeline.loadOlder();
    timeline.apply(Set.of(2L, 3L), List.of(entry(3, "late")));
    assertEquals(List.of(1L, 3L, 4L), shown());
    assertEquals("late", view().entries().get(1).body());
  }

  @Test
  void a_change_of_a_page_that_is_not_loaded_is_not_shown() {
    store(1, 120);
    timeline.loadOlder();
    timeline.apply(Set.of(), List.of(entry(3, "changed")));
    assertEquals(rows(71, 120), shown());
  }

  @Test
  void it_shows_what_is_around_an_older_row_and_grows_both_ways() {
    store(1, 300);
    timeline.loadOlder();
    timeline.show(100);
    assertEquals(rows(75, 124), shown());
    assertTrue(view().olderExists() && view().newerExists());
    timeline.loadNewer();
    timeline.loadOlder();
    assertEquals(rows(25, 174), shown());
    timeline.show(Long.MAX_VALUE);
    assertEquals(rows(276, 300), shown());
    assertFalse(view().newerExists());
  }

  @Test
  void away_from_the_end_nothing_new_is_shown_until_the_window_has_grown_to_it() {
    store(1, 200);
    timeline.loadOlder();
    timeline.show(100);
    store(201, 201);
    timeline.apply(Set.of(), List.of(entry(201, "new")));
    assertEquals(rows(75, 124), shown());
    timeline.loadNewer();
    timeline.loadNewer();
    assertEquals(rows(75, 201), shown());
    assertFalse(view().newerExists());
    timeline.apply(Set.of(), List.of(entry(202, "newer")));
    assertEquals(rows(75, 202), shown());
  }

  @Test
  void watchers_hear_each_change_once() {
    store(1, 1);
    timeline.loadOlder();
    var heard = new ArrayList<Integer>();
    try (var _ = timeline.view().watch(view -> heard.add(view.entries().size()))) {
      timeline.apply(Set.of(), List.of(entry(2, "b")));
      timeline.apply(Set.of(), List.of(entry(2, "b")));
    }
    timeline.apply(Set.of(), List.of(entry(3, "c")));
    assertEquals(List.of(1, 2), heard);
  }

  private TimelineView view() {
    return timeline.view().value();
  }

  private List<Long> shown() {
    return view().entries().stream().map(EntryView::row).toList();
  }

  private static List<Long> rows(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  private void store(long first, long last) {
    rows(first, last).forEach(row -> stored.add(entry(row, "stored")));
  }

  private final class Stored implements LiveTimeline.PageReader {
    @Override
    public List<EntryView> before(ConversationId conversation, long row, int limit) {
      var older = stored.stream().filter(entry -> entry.row() < row).toList();
      return older.subList(Math.max(0, older.size() - limit), older.size());
    }

    @Override
    public List<EntryView> after(ConversationId conversation, long row, int limit) {
      return stored.stream().filter(entry -> entry.row() > row).limit(limit).toList();
    }
  }

  private static EntryView entry(long row, String body) {
    return new EntryView(
        row,
        new MessageId(new UUID(1, row)),
        new AccountId(new UUID(2, 2)),
        "Ana",
        false,
        EntryView.Kind.MESSAGE,
        body,
        Instant.EPOCH,
        new EntryView.Progress(EntryView.Stage.NONE, null, null, null, null),
        List.of());
  }
}
