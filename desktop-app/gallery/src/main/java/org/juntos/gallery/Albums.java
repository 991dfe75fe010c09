package org.juntos.gallery;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.juntos.engine.model.AttachmentView.State;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.ui.shell.MainWindow;

/// Several pictures and videos in one message.
final class Albums {
  private Albums() {}

  static List<Shot> shots() {
    var ana = People.contact("Ana Ferreira", Standing.ACCEPTED, true, false);
    return List.of(
        Conversations.open("album", ana, arrived(ana)).sized(1100, 980),
        Conversations.open("album-failed", ana, failed(ana)),
        Conversations.open("narrow-album", ana, many(ana)).sized(420, 760),
        Conversations.open("viewer-album", ana, many(ana)).after(Albums::second),
        Conversations.open("viewer-offered", ana, many(ana)).after(Albums::last));
  }

  private static Story arrived(ContactView with) {
    return Story.with(with)
        .at("2026-03-12T09:12:00Z")
        .sends("", here(), here())
        .ownFiles(Stage.SEEN, "From the ferry this morning 🌅", here(), here(), here())
        .sends(
            "All of the harbour, and the plan",
            here(),
            Sample.photo(State.RUNNING, 0.6),
            Sample.video(State.OFFERED, 0),
            here(),
            Sample.file("plan of the harbour.pdf", "application/pdf", 1_320_000, State.HERE, 1));
  }

  private static Story many(ContactView with) {
    return Story.with(with)
        .at("2026-03-12T09:12:00Z")
        .sends(
            "Eight from the harbour",
            here(),
            Sample.video(State.HERE, 1),
            here(),
            here(),
            here(),
            here(),
            here(),
            Sample.video(State.OFFERED, 0));
  }

  private static Story failed(ContactView with) {
    return Story.with(with)
        .at("2026-03-12T09:12:00Z")
        .ownFiles(
            Stage.WAITING,
            "",
            Sample.photo(State.RUNNING, 0.3),
            Sample.photo(State.WAITING, 0),
            Sample.file("IMG_20260311_174210.HEIC", "image/heic", 3_900_000, State.PREPARING, 0.5))
        .failed(
            "The harbour",
            "The picture is too large to be processed. Make it smaller first.",
            Sample.photo(State.CANCELLED, 0),
            Sample.file("city at 1 to 500.png", "image/png", 61_000_000, State.FAILED, 0),
            Sample.photo(State.CANCELLED, 0));
  }

  private static Sample here() {
    return Sample.photo(State.HERE, 1);
  }

  private static void second(MainWindow window) {
    view(window, KeyCode.RIGHT);
  }

  private static void last(MainWindow window) {
    view(window, KeyCode.END);
  }

  private static void view(MainWindow window, KeyCode key) {
    var picture = window.lookup(".picture-node");
    if (picture != null) {
      Click.on(picture);
      window.lookup(".viewer").fireEvent(Press.key(key, Press.Modifier.NONE));
    }
  }
}
