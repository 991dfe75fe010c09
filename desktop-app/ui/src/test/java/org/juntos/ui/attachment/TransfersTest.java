package org.juntos.ui.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.juntos.content.Attachment;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.AttachmentView.State;
import org.juntos.ui.fake.Samples;

class TransfersTest {
  @Test
  void says_how_far_a_file_is() {
    assertEquals("4.0 MB · preparing", Transfers.detail(view(State.PREPARING, 0), null));
    assertEquals(
        "4.0 MB · preparing, 42 %", Transfers.detail(view(State.PREPARING, 1_700_000), null));
    assertEquals("4.0 MB · waiting", Transfers.detail(view(State.WAITING, 0), null));
    assertEquals("1.7 MB of 4.0 MB", Transfers.detail(view(State.RUNNING, 1_700_000), null));
    assertEquals("4.0 MB", Transfers.detail(view(State.HERE, 4_000_000), null));
    assertEquals("4.0 MB · stopped", Transfers.detail(view(State.CANCELLED, 0), null));
    assertEquals("4.0 MB · failed", Transfers.detail(view(State.FAILED, 0), null));
  }

  @Test
  void says_it_in_a_word_where_there_is_little_room() {
    assertEquals("42 %", Transfers.brief(view(State.RUNNING, 1_700_000)));
    assertEquals("waiting", Transfers.brief(view(State.WAITING, 0)));
    assertEquals("4.0 MB", Transfers.brief(view(State.OFFERED, 0)));
  }

  @Test
  void says_how_long_it_still_takes() {
    var view = view(State.RUNNING, 1_700_000);
    assertEquals("1.7 MB of 4.0 MB · 1 s left", Transfers.detail(view, Duration.ZERO));
    assertEquals("1.7 MB of 4.0 MB · 59 s left", Transfers.detail(view, Duration.ofSeconds(59)));
    assertEquals("1.7 MB of 4.0 MB · 2 min left", Transfers.detail(view, Duration.ofSeconds(100)));
    assertEquals("1.7 MB of 4.0 MB · 3 h left", Transfers.detail(view, Duration.ofMinutes(170)));
    assertEquals(
        "4.0 MB · preparing, 42 % · 1 min left",
        Transfers.detail(view(State.PREPARING, 1_700_000), Duration.ofSeconds(60)));
  }

  @Test
  void guesses_from_how_it_went_so_far() {
    var pace = new Pace();
    pace.note(view(State.PREPARING, 0), Samples.NOON);
    pace.note(view(State.PREPARING, 1_000_000), Samples.NOON.plusSeconds(2));
    assertNull(pace.left(), "too early to tell");
    pace.note(view(State.PREPARING, 1_000_000), Samples.NOON.plusSeconds(10));
    assertEquals(Duration.ofSeconds(30), pace.left());
    pace.note(view(State.PREPARING, 0), Samples.NOON.plusSeconds(11));
    assertNull(pace.left(), "it began anew");
    pace.note(view(State.PREPARING, 2_000_000), Samples.NOON.plusSeconds(21));
    assertEquals(Duration.ofSeconds(10), pace.left());
    pace.note(view(State.RUNNING, 2_000_000), Samples.NOON.plusSeconds(22));
    assertNull(pace.left(), "an upload has its own pace");
    pace.note(view(State.HERE, 4_000_000), Samples.NOON.plusSeconds(60));
    assertNull(pace.left());
  }

  @Test
  void shows_a_ring_while_something_moves() {
    assertEquals(0.25, Transfers.fraction(view(State.PREPARING, 1_000_000)));
    assertEquals(0.25, Transfers.fraction(view(State.RUNNING, 1_000_000)));
    assertEquals(0, Transfers.fraction(view(State.WAITING, 0)));
    assertEquals(-1, Transfers.fraction(view(State.FAILED, 1_000_000)));
  }

  private static AttachmentView view(State state, long moved) {
    return new AttachmentView(
        Samples.message(1),
        0,
        Attachment.Kind.VIDEO,
        "ferry.mov",
        false,
        "video/mp4",
        4_000_000,
        Attachment.Preview.NONE,
        state,
        moved,
        4_000_000);
  }
}
