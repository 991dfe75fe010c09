package org.juntos.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.StickerIntent;
import org.juntos.engine.intent.VoiceIntent;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.PackView;
import org.juntos.engine.model.RecordingView;
import org.juntos.media.playback.PlayerState;
import org.juntos.media.record.RecordingEnd;
import org.juntos.ui.fake.Samples;
import org.juntos.ui.fake.TestWindow;
import org.juntos.ui.fake.Toolkit;
import org.juntos.wire.Bytes;

/// Speaking, listening and stickers, by keyboard.
@ExtendWith(Toolkit.class)
class VoiceWindowTest {
  private static final RecordingView KEPT =
      new RecordingView(
          Samples.NOON, 1, Duration.ofSeconds(12), Bytes.EMPTY, Bytes.of(new byte[] {1}));

  @TempDir private Path folder;

  private TestWindow open(EntryView... entries) {
    var window = new TestWindow(folder, List.of());
    window.engineSays(() -> {
      window.engine.conversations.set(List.of(Samples.conversation(Samples.ANA, 0)));
      window.engine.contacts.set(List.of(Samples.ANA));
      window.engine.session.set(Samples.READY);
      window.engine.timeline.set(Samples.timeline(9, entries));
    });
    window.press(KeyCode.DOWN, KeyCombination.ALT_DOWN);
    return window;
  }

  private static void record(TestWindow window) {
    window.press(KeyCode.Y, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN);
  }

  private static boolean isShown(TestWindow window, String selector) {
    return Toolkit.call(
        () -> window.root().lookupAll(selector).stream().anyMatch(VoiceWindowTest::isSeen));
  }

  private static boolean isSeen(Node node) {
    return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
  }

  private static void fire(TestWindow window, String name) {
    Toolkit.run(() ->
        window.root().lookupAll(".button").stream()
            .filter(node -> node instanceof Button && name.equals(node.getAccessibleText()))
            .map(Button.class::cast)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no button " + name))
            .fire());
    Toolkit.draw();
  }

  @Test
  void a_voice_message_is_recorded_and_sent_by_keys_alone() {
    try (var window = open()) {
      record(window);
      var recorder = window.recorders.opened.getFirst();
      assertTrue(isShown(window, ".voice-bar .live-wave"));
      assertFalse(isShown(window, ".composer-row .text-area"));
      window.engineSays(() -> {
        recorder.hears(Duration.ofSeconds(12), false);
        recorder.gives(Duration.ofSeconds(12));
        window.engine.recorded = KEPT;
      });
      Toolkit.run(() -> {
        if (window.root().getScene().getFocusOwner() instanceof Button send) {
          send.fire();
        }
      });
      assertEquals(
          new VoiceIntent.Send(Samples.ANA.conversation(), null, false), window.engine.last());
      assertTrue(isShown(window, ".composer-row .text-area"));
    }
  }

  @Test
  void escape_stops_it_and_loses_nothing() {
    try (var window = open()) {
      record(window);
      var recorder = window.recorders.opened.getFirst();
      window.engineSays(() -> {
        recorder.gives(Duration.ofSeconds(12));
        window.engine.recorded = KEPT;
      });
      window.press(KeyCode.ESCAPE);
      assertFalse(recorder.closed);
      assertTrue(isShown(window, ".voice-bar .waveform"), "it can be heard");
      fire(window, "Listen to it");
      assertEquals(PlayerState.PLAYING, window.media.players.getLast().state());
    }
  }

  @Test
  void what_is_long_is_not_discarded_by_one_click() {
    try (var window = open()) {
      record(window);
      var recorder = window.recorders.opened.getFirst();
      window.engineSays(() -> recorder.hears(Duration.ofSeconds(12), false));
      fire(window, "Discard the recording");
      assertFalse(recorder.closed);
      assertTrue(recorder.paused);
      Toolkit.run(() ->
          window.root().lookupAll(".voice-bar .dangerous").stream()
              .map(Button.class::cast)
              .findFirst()
              .orElseThrow()
              .fire());
      assertTrue(recorder.closed);
      assertEquals(new VoiceIntent.Discard(Samples.ANA.conversation()), window.engine.last());
    }
  }

  @Test
  void a_microphone_that_gives_no_sound_is_told_while_it_is_recorded() {
    try (var window = open()) {
      record(window);
      var recorder = window.recorders.opened.getFirst();
      assertFalse(isShown(window, ".voice-hint"));
      window.engineSays(() -> recorder.hears(Duration.ofSeconds(3), true));
      assertTrue(isShown(window, ".voice-hint"));
    }
  }

  @Test
  void without_a_microphone_the_text_is_there_again() {
    try (var window = open()) {
      record(window);
      window.engineSays(() -> window.recorders.opened.getFirst().ends(RecordingEnd.NO_MICROPHONE));
      assertTrue(isShown(window, ".composer-row .text-area"));
      assertTrue(isShown(window, ".toast"));
    }
  }

  @Test
  void voice_messages_that_were_not_heard_play_one_after_the_other() {
    try (var window =
        open(
            Samples.voice(1, false, false),
            Samples.voice(2, false, true),
            Samples.voice(3, true, false),
            Samples.voice(4, false, false))) {
      assertTrue(isShown(window, ".unheard"));
      Toolkit.run(() ->
          window.root().lookupAll(".message-pane").stream()
              .findFirst()
              .orElseThrow()
              .requestFocus());
      window.press(KeyCode.SPACE);
      assertEquals(1, window.media.players.size());
      assertEquals(PlayerState.PLAYING, window.media.players.getFirst().state());
      assertEquals(new VoiceIntent.Played(Samples.message(1)), played(window).getFirst());
      window.engineSays(() -> window.media.players.getFirst().end());
      assertEquals(2, window.media.players.size(), "neither one's own nor what was heard");
      assertEquals(PlayerState.PLAYING, window.media.players.getLast().state());
      assertEquals(new VoiceIntent.Played(Samples.message(4)), played(window).getLast());
      assertTrue(window.media.players.getFirst().closed);
    }
  }

  private static List<VoiceIntent.Played> played(TestWindow window) {
    return window.engine.submitted.stream()
        .filter(VoiceIntent.Played.class::isInstance)
        .map(VoiceIntent.Played.class::cast)
        .toList();
  }

  @Test
  void the_speed_stays_for_the_next_one() {
    try (var window = open(Samples.voice(1, false, false), Samples.voice(2, false, false))) {
      Toolkit.run(() ->
          window.root().lookupAll(".message-pane").stream()
              .findFirst()
              .orElseThrow()
              .requestFocus());
      window.press(KeyCode.SPACE);
      fire(window, "Speed, 1×");
      assertEquals(1.5, window.media.players.getFirst().speed);
      window.engineSays(() -> window.media.players.getFirst().end());
      assertEquals(1.5, window.media.players.getLast().speed);
    }
  }

  @Test
  void a_sticker_is_chosen_and_sent_by_keys_alone() {
    try (var window = open(Samples.sticker(1))) {
      var pack =
          new PackView(
              Bytes.of(new byte[32]),
              "Pingo",
              "Juntos",
              true,
              List.of(Objects.requireNonNull(Samples.sticker(1).marks().sticker())));
      window.engine.packs = List.of(pack);
      assertTrue(isShown(window, ".bubble-sticker .sticker-node"));
      window.press(KeyCode.G, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN);
      Toolkit.run(
          () -> assertInstanceOf(Button.class, window.root().getScene().getFocusOwner()).fire());
      assertEquals(
          new StickerIntent.Send(Samples.ANA.conversation(), pack.id(), 0, null),
          window.engine.last());
    }
  }

  @Test
  void a_sticker_leads_to_its_pack() {
    try (var window = open(Samples.sticker(1))) {
      Toolkit.run(() ->
          window.root().lookupAll(".message-pane").stream()
              .findFirst()
              .orElseThrow()
              .requestFocus());
      window.press(KeyCode.ENTER);
      Toolkit.run(() ->
          window.root().lookupAll(".overlay .button").stream()
              .map(Button.class::cast)
              .filter(button -> "Install its pack".equals(button.getText()))
              .findFirst()
              .orElseThrow()
              .fire());
      assertEquals(new StickerIntent.Install(Samples.message(1)), window.engine.last());
    }
  }
}
