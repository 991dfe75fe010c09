package org.juntos.gallery;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import org.juntos.content.Attachment;
import org.juntos.engine.model.AttachmentView.State;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.engine.model.HandledView;
import org.juntos.engine.model.KeptView;
import org.juntos.engine.model.MarksView;
import org.juntos.engine.model.RecordingView;
import org.juntos.ui.shell.MainWindow;
import org.juntos.wire.Bytes;

/// Voice messages that are recorded, heard before they are sent, or wait to be played.
final class VoiceShots {
  private static final ContactView ANA =
      People.contact("Ana Ferreira", Standing.ACCEPTED, true, false);
  private static final Duration LENGTH = Duration.ofSeconds(83);

  private VoiceShots() {}

  static List<Shot> shots() {
    return List.of(
        open("voice-recording", VoiceShots::record),
        open("voice-paused", VoiceShots::record).after(window -> Press.named(window, "Pause")),
        open("voice-discard", VoiceShots::record)
            .after(window -> Press.named(window, "Discard the recording")),
        open("voice-narrow", VoiceShots::record).sized(420, 760),
        kept("voice-kept").after(Conversations::openFirst),
        kept("voice-draft"),
        open("voice-microphone", window -> window.cards().microphone()));
  }

  private static Shot open(String name, Consumer<MainWindow> deed) {
    return Conversations.open(name, ANA, story()).after(deed);
  }

  private static Shot kept(String name) {
    var kept = new KeptView(null, List.of(), 0, LENGTH);
    return new Shot(name, Screens.ready(ANA, story()).keeping(kept));
  }

  private static void record(MainWindow window) {
    window.fireEvent(Press.chord(KeyCode.Y));
  }

  static RecordingView recording() {
    var bars = new byte[100];
    for (int bar = 0; bar < bars.length; bar++) {
      bars[bar] = (byte) (255 * Math.abs(Math.sin(bar / 4.0) * Math.cos(bar / 9.0)));
    }
    return new RecordingView(Story.NOW, 12, LENGTH, Bytes.of(bars), Bytes.of(new byte[] {1}));
  }

  private static Story story() {
    var played = MarksView.NONE.with(new HandledView(false, false, false, false, true));
    return Story.with(ANA)
        .at("2026-03-12T09:12:00Z")
        .sends("", Sample.audio(Attachment.Kind.VOICE, State.HERE))
        .marked(played)
        .ownFiles(Stage.SEEN, "", Sample.audio(Attachment.Kind.VOICE, State.HERE))
        .sends("", Sample.audio(Attachment.Kind.VOICE, State.HERE));
  }
}
