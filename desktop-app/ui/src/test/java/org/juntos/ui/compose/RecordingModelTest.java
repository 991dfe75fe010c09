package org.juntos.ui.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.VoiceIntent;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.KeptView;
import org.juntos.engine.model.RecordingView;
import org.juntos.media.record.RecordingEnd;
import org.juntos.ui.fake.FakeEngine;
import org.juntos.ui.fake.FakeRecorders;
import org.juntos.ui.fake.FakeRecorders.FakeRecorder;
import org.juntos.ui.fake.Samples;
import org.juntos.wire.Bytes;

class RecordingModelTest {
  private static final RecordingView KEPT =
      new RecordingView(
          Samples.NOON, 2, Duration.ofSeconds(4), Bytes.EMPTY, Bytes.of(new byte[] {1}));

  private final FakeEngine engine = new FakeEngine();
  private final FakeRecorders recorders = new FakeRecorders();
  private final RecordingModel model =
      new RecordingModel(engine.link(), Samples.ANA.conversation(), engine.complaints::add);

  private FakeRecorder started() {
    model.start(recorders, "headset");
    return recorders.opened.getLast();
  }

  private List<VoiceIntent.Keep> keeps() {
    return engine.submitted.stream()
        .filter(VoiceIntent.Keep.class::isInstance)
        .map(VoiceIntent.Keep.class::cast)
        .toList();
  }

  @Test
  void every_part_is_kept_in_order_and_all_of_it_can_be_heard() {
    var recorder = started();
    assertEquals("headset", recorder.input);
    recorder.hears(Duration.ofSeconds(1), false);
    assertEquals(
        Duration.ofSeconds(1),
        assertInstanceOf(RecordingState.Listening.class, model.state().get()).length());
    recorder.gives(Duration.ofSeconds(2));
    recorder.gives(Duration.ofSeconds(4));
    assertEquals(List.of(0, 1), keeps().stream().map(VoiceIntent.Keep::part).toList());
    engine.recorded = KEPT;
    model.stop();
    assertEquals(new RecordingState.Recorded(KEPT), model.state().get());
  }

  @Test
  void sending_while_it_is_recorded_ends_it_and_sends_all_of_it() {
    var recorder = started();
    recorder.gives(Duration.ofSeconds(2));
    engine.recorded = KEPT;
    model.send();
    assertEquals(new VoiceIntent.Send(Samples.ANA.conversation(), null, false), engine.last());
    assertEquals(new RecordingState.None(), model.state().get());
  }

  @Test
  void what_is_not_taken_stays() {
    started().gives(Duration.ofSeconds(2));
    engine.recorded = KEPT;
    model.stop();
    engine.refuse("contact-blocked");
    model.send();
    assertEquals(new RecordingState.Recorded(KEPT), model.state().get());
    assertEquals("contact-blocked", engine.complaints.getFirst().code());
  }

  @Test
  void discarding_closes_the_microphone_and_forgets_what_was_kept() {
    var recorder = started();
    recorder.gives(Duration.ofSeconds(2));
    model.discard();
    assertTrue(recorder.closed);
    assertEquals(new VoiceIntent.Discard(Samples.ANA.conversation()), engine.last());
    recorder.gives(Duration.ofSeconds(4));
    assertEquals(1, keeps().size(), "nothing comes after it");
  }

  @Test
  void only_one_is_recorded_at_a_time() {
    started();
    started();
    assertEquals(1, recorders.opened.size());
  }

  @Test
  void pausing_and_going_on() {
    var recorder = started();
    model.pause(true);
    assertTrue(recorder.paused);
    assertTrue(assertInstanceOf(RecordingState.Listening.class, model.state().get()).paused());
    model.pause(false);
    assertFalse(recorder.paused);
  }

  @Test
  void every_end_that_the_person_did_not_want_is_told_in_words() {
    for (var end : RecordingEnd.values()) {
      engine.complaints.clear();
      started().ends(end);
      assertEquals(new RecordingState.None(), model.state().get());
      assertEquals(end == RecordingEnd.STOPPED ? 0 : 1, engine.complaints.size(), end.name());
    }
  }

  @Test
  void a_microphone_that_is_pulled_out_loses_nothing() {
    var recorder = started();
    recorder.gives(Duration.ofSeconds(2));
    engine.recorded = KEPT;
    recorder.ends(RecordingEnd.LOST);
    assertEquals(new RecordingState.Recorded(KEPT), model.state().get());
    assertTrue(engine.complaints.getFirst().sentence().contains("is kept"));
  }

  @Test
  void a_part_that_cannot_be_kept_ends_it_with_what_was() {
    var recorder = started();
    recorder.gives(Duration.ofSeconds(2));
    engine.recorded = KEPT;
    engine.refuse("disk-full");
    recorder.gives(Duration.ofSeconds(4));
    assertTrue(recorder.closed);
    assertEquals("disk-full", engine.complaints.getFirst().code());
    assertEquals(new RecordingState.Recorded(KEPT), model.state().get());
  }

  @Test
  void one_that_was_begun_before_is_there_again() {
    engine.recorded = KEPT;
    var kept = new KeptView(null, List.of(), 0, Duration.ofSeconds(4));
    engine.conversations.set(
        List.<ConversationView>of(Samples.conversation(Samples.ANA, 0).with(kept)));
    var again =
        new RecordingModel(engine.link(), Samples.ANA.conversation(), engine.complaints::add);
    assertEquals(new RecordingState.Recorded(KEPT), again.state().get());
    Intent nothing = engine.submitted.isEmpty() ? null : engine.last();
    assertEquals(null, nothing);
  }
}
