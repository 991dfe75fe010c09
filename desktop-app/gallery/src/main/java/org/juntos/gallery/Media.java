package org.juntos.gallery;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.juntos.content.Attachment;
import org.juntos.engine.model.AttachmentView.State;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.ui.shell.MainWindow;

/// Pictures, videos, sounds and files in all states of their transfer.
final class Media {
  private Media() {}

  static List<Shot> shots() {
    var ana = People.contact("Ana Ferreira", Standing.ACCEPTED, true, false);
    return List.of(
        Conversations.open("media-pictures", ana, pictures(ana)),
        Conversations.open("media-transfers", ana, transfers(ana)),
        Conversations.open("media-preparing", ana, preparing(ana)),
        Conversations.open("media-not-prepared", ana, notPrepared(ana)),
        Conversations.open("narrow-preparing", ana, preparing(ana)).sized(420, 760),
        Conversations.open("media-sounds-files", ana, sounds(ana)),
        Conversations.open("media-portrait", ana, portrait(ana)).sized(420, 760),
        Conversations.open("composer-files", ana, Conversations.chat(ana))
            .after(window -> window.fireEvent(Press.key(KeyCode.O, Press.Modifier.CONTROL))),
        Conversations.open(
                "file-question",
                ana,
                one(ana, Sample.file("invoice.pdf.exe", 9_400_000, State.HERE, 1)))
            .after(Media::open),
        Conversations.open("viewer-picture", ana, one(ana, Sample.photo(State.HERE, 1)))
            .after(Media::view),
        Conversations.open("viewer-video", ana, one(ana, Sample.video(State.HERE, 1)))
            .after(Media::view));
  }

  private static Story one(ContactView with, Sample sample) {
    return Story.with(with).at("2026-03-12T09:12:00Z").sends("", sample);
  }

  private static Story pictures(ContactView with) {
    return Story.with(with)
        .at("2026-03-12T09:12:00Z")
        .sends("", Sample.photo(State.HERE, 1))
        .ownFiles(Stage.SEEN, "From the ferry this morning 🌅", Sample.video(State.HERE, 1));
  }

  private static Story transfers(ContactView with) {
    return Story.with(with)
        .at("2026-03-12T09:12:00Z")
        .sends("", Sample.photo(State.OFFERED, 0))
        .ownFiles(Stage.WAITING, "", Sample.video(State.RUNNING, 0.42))
        .sends("", Sample.file("minutes of the meeting.pdf", 1_320_000, State.RUNNING, 0.7));
  }

  private static Story preparing(ContactView with) {
    return Story.with(with)
        .at("2026-03-12T09:12:00Z")
        .says("Did you film it?")
        .ownFiles(Stage.WAITING, "Wait for it", Sample.video(State.PREPARING, 0.42))
        .ownFiles(
            Stage.WAITING,
            "",
            Sample.file("IMG_20260311_174210.HEIC", "image/heic", 3_900_000, State.PREPARING, 0),
            Sample.file(
                "the whole evening from the first song to the last one, uncut.mov",
                "video/mp4",
                412_000_000,
                State.PREPARING,
                0))
        .ownFiles(Stage.WAITING, "", Sample.audio(Attachment.Kind.VOICE, State.PREPARING, 0.8))
        .own(Stage.WAITING, "That is all of it");
  }

  private static Story notPrepared(ContactView with) {
    return Story.with(with)
        .at("2026-03-12T09:12:00Z")
        .failed(
            "The map",
            "The picture is too large to be processed. Make it smaller first.",
            Sample.file("city at 1 to 500.png", "image/png", 61_000_000, State.FAILED, 0))
        .failed(
            "",
            "Preparing the file took too long. Try again, or send it in original quality.",
            Sample.video(State.FAILED, 0))
        .failed(
            "",
            "This was taken back.",
            Sample.file("song.flac", "audio/flac", 31_000_000, State.CANCELLED, 0));
  }

  private static Story sounds(ContactView with) {
    return Story.with(with)
        .at("2026-03-12T09:12:00Z")
        .sends("", Sample.audio(Attachment.Kind.VOICE, State.HERE))
        .ownFiles(Stage.SEEN, "", Sample.audio(Attachment.Kind.AUDIO, State.HERE))
        .sends("Here it is", Sample.file("minutes of the meeting.pdf", 1_320_000, State.HERE, 1))
        .sends(
            "",
            Sample.file(
                "a very long name of a file that says everything there is to say about it, twice"
                    + " over and in two languages.tar.gz",
                48_000_000,
                State.OFFERED,
                0))
        .sends("", Sample.file("setup.exe", 9_400_000, State.HERE, 1))
        .ownFiles(Stage.WAITING, "", Sample.file("plan.odt", 88_000, State.FAILED, 0))
        .ownFiles(Stage.WAITING, "", Sample.audio(Attachment.Kind.VOICE, State.WAITING));
  }

  private static Story portrait(ContactView with) {
    return Story.with(with)
        .at("2026-03-12T09:12:00Z")
        .sends("", Sample.tall(State.HERE))
        .ownFiles(Stage.SEEN, "", Sample.photo(State.FAILED, 0));
  }

  private static void open(MainWindow window) {
    if (window.lookup(".transfer-ring") instanceof Button ring) {
      ring.fire();
    }
  }

  private static void view(MainWindow window) {
    var picture = window.lookup(".picture-node");
    if (picture != null) {
      Click.on(picture);
    }
  }
}
