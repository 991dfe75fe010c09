package org.juntos.ui.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.juntos.engine.model.EntryView;
import org.juntos.ui.control.Times;
import org.juntos.ui.fake.Samples;

class SelectionTest {
  private static final Times TIMES = new Times(() -> Samples.NOON, ZoneOffset.UTC, Locale.UK);

  private final EntryView one =
      Samples.theirs(1, Samples.NOON.minus(Duration.ofDays(1)), "shall we?");
  private final EntryView two = Samples.theirs(2, Samples.NOON, "two\nlines");
  private final Selection selection = new Selection();

  @Test
  void messages_are_chosen_in_the_order_in_which_they_stand() {
    assertFalse(selection.isActive());
    selection.toggle(two);
    selection.toggle(one);
    selection.add(one);
    assertEquals(List.of(one, two), selection.entries());
    selection.toggle(two);
    assertEquals(List.of(one), selection.entries());
    assertTrue(selection.clear());
    assertFalse(selection.clear());
  }

  @Test
  void what_was_deleted_meanwhile_is_not_chosen_any_more() {
    selection.toggle(one);
    selection.toggle(two);
    selection.keep(List.of(two));
    assertEquals(List.of(one, two), selection.entries(), "what is further up is not seen");
    selection.keep(List.of(one, Samples.theirs(3, Samples.NOON, "three")));
    assertEquals(List.of(one), selection.entries());
  }

  @Test
  void one_is_copied_as_it_was_written_and_several_with_who_and_when() {
    assertEquals("two\nlines", Transcript.of(List.of(two), TIMES, "Me"));
    var lines = Transcript.of(List.of(one, two), TIMES, "Me").lines().toList();
    assertEquals("lines", lines.get(2));
    assertTrue(lines.getFirst().endsWith(": shall we?"), lines.getFirst());
    assertTrue(lines.getFirst().startsWith("["), lines.getFirst());
    assertTrue(lines.get(1).contains(TIMES.exact(two.sentAt())), lines.get(1));
  }
}
