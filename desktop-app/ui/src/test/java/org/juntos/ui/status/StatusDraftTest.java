package org.juntos.ui.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.StatusAudience;
import org.juntos.engine.model.StatusesView;
import org.juntos.ui.control.Times;
import org.juntos.ui.fake.FakeEngine;
import org.juntos.ui.fake.Samples;
import org.juntos.wire.Bytes;

class StatusDraftTest {
  private static final Path PHOTO = Path.of("photo.jpg");

  private final FakeEngine engine = new FakeEngine();
  private int posted;

  private StatusDraft draft() {
    engine.contacts.set(List.of(Samples.ANA));
    var statuses =
        new StatusesViewModel(
            engine.link(),
            new Times(InstantSource.fixed(Samples.NOON), ZoneOffset.UTC, Locale.UK),
            engine.complaints::add);
    return new StatusDraft(statuses, () -> posted++);
  }

  @Test
  void says_what_is_missing_until_nothing_is() {
    var draft = draft();
    assertEquals("Write something, or choose a photo or video.", draft.words().get());
    assertFalse(draft.ready().get());
    draft.text().set("x".repeat(4097));
    assertEquals("This text is too long for a status.", draft.words().get());
    draft.text().set("hello");
    assertTrue(draft.ready().get());
    draft.selected().set(true);
    assertEquals("Choose who is to see it.", draft.words().get());
    draft.chosen().add(Samples.ANA.account());
    assertTrue(draft.ready().get());
    draft.post();
    assertEquals(
        new Intent.PostStatus(
            "hello", 0, null, StatusAudience.only(List.of(Samples.ANA.account()))),
        engine.last());
    assertEquals(1, posted);
  }

  @Test
  void a_file_is_looked_at_and_one_that_cannot_be_a_status_is_not_kept() {
    var draft = draft();
    engine.refuse("status-too-long");
    draft.choose(PHOTO);
    assertNull(draft.file().get());
    var problem = draft.problem().get();
    assertNotNull(problem);
    assertEquals("status-too-long", problem.code());
    engine.answer(new Outcome.StatusFile(640, 480, 0, Bytes.EMPTY));
    draft.choose(PHOTO);
    assertNull(draft.problem().get());
    assertTrue(draft.words().get().startsWith("640 × 480"), draft.words().get());
    engine.answer(new Outcome.Posted(new MessageId(new UUID(1, 1))));
    draft.post();
    assertEquals(1, posted);
    draft.dropFile();
    assertFalse(draft.ready().get());
  }

  @Test
  void what_was_written_stays_when_it_is_refused() {
    var draft = draft();
    draft.text().set("hello");
    engine.refuse("status-limit");
    draft.post();
    assertEquals(0, posted);
    assertEquals("hello", draft.text().get());
    assertTrue(draft.ready().get());
  }

  @Test
  void begins_with_the_audience_of_last_time() {
    var last = StatusAudience.only(List.of(Samples.ANA.account()));
    engine.statuses.set(new StatusesView(List.of(), List.of(), last, true, 3, null));
    var draft = draft();
    assertTrue(draft.selected().get());
    assertEquals(last.accounts(), draft.chosen());
    assertEquals(3, draft.background().get());
  }
}
