package org.juntos.gallery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.content.MessageId;
import org.juntos.content.StatusContent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.intent.StatusAudience;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.engine.model.StatusQuote;
import org.juntos.engine.model.StatusView;
import org.juntos.engine.model.StatusView.State;
import org.juntos.engine.model.StatusesView;
import org.juntos.ui.shell.MainWindow;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Statuses: the list, the viewer, the card on which one is made, and a reply in a conversation.
final class StatusScreens {
  private static final ContactView ANA = People.contact("Ana Ferreira");
  private static final ContactView YUSUF = People.contact("يوسف العلي");
  private static final ContactView LONG =
      People.contact("Dr. Bartholomew Featherstonehaugh-Cholmondeley the Younger 🎩");
  private static final ContactView TOM = People.contact("Tom Becker");
  private static final String BLURHASH = "LEHV6nWB2yk8pyo0adR*.7kCMdnj";
  private static final Attachment.Preview LANDSCAPE =
      new Attachment.Preview(1600, 1067, 0, BLURHASH, Bytes.EMPTY, Bytes.EMPTY);

  private StatusScreens() {}

  static List<Shot> shots() {
    return List.of(
        shot("statuses", town(), MainWindow::statuses),
        shot("statuses-empty", StatusesView.NONE, MainWindow::statuses),
        shot("statuses-full", full(), MainWindow::statuses),
        shot("narrow-statuses", town(), MainWindow::statuses).sized(420, 760),
        viewer("status-text", ANA.account()),
        viewer("status-picture", YUSUF.account()),
        viewer("status-failed", TOM.account()),
        viewer("status-loading", LONG.account()),
        viewer("status-own", People.SELF),
        viewer("status-own-seen", People.SELF)
            .after(window -> Press.button(window, "Seen by 2 of 3")),
        viewer("narrow-status-text", ANA.account()).sized(420, 760),
        shot("status-refused", refused(), window -> window.viewStatuses(People.SELF)),
        composer("status-composer", new Outcome.Done()),
        composer("status-composer-written", new Outcome.Done()).after(StatusScreens::write),
        composer("narrow-status-composer", new Outcome.Done())
            .after(StatusScreens::write)
            .sized(420, 760),
        composer("status-composer-refused", limit())
            .after(StatusScreens::write)
            .after(window -> Press.button(window, "Post")),
        reply());
  }

  private static Shot shot(String name, StatusesView view, Consumer<MainWindow> step) {
    var models = Screens.ready(ANA, Conversations.chat(ANA)).with(view);
    return new Shot(name, models).after(Conversations::openFirst).after(step);
  }

  private static Shot viewer(String name, AccountId author) {
    return shot(
        name,
        town(),
        window -> {
          window.viewStatuses(author);
          pause(window);
        });
  }

  /// Time stands still in pictures.
  private static void pause(MainWindow window) {
    var viewer = window.lookup(".status-viewer");
    if (viewer != null) {
      viewer.fireEvent(Press.key(KeyCode.SPACE, Press.Modifier.NONE));
    }
  }

  private static Shot composer(String name, Outcome answer) {
    return shot(name, town(), MainWindow::postStatus)
        .answeringEach(intent -> intent instanceof Intent.PostStatus ? answer : new Outcome.Done());
  }

  private static void write(MainWindow window) {
    if (window.lookup(".status-composer .text-area") instanceof TextArea area) {
      area.setText("Off to the sea for the weekend ⛵ Back on Monday.");
    }
  }

  private static Outcome limit() {
    return new Outcome.Refused(
        Problem.local(
            "status-limit",
            "You have posted 100 statuses in 24 hours.",
            "The next one can be posted in 3 hours and 12 minutes."));
  }

  private static Shot reply() {
    var id = new MessageId(new UUID(1, 1));
    var text =
        new StatusQuote(id, StatusContent.Kind.TEXT, true, false, "Off to the sea ⛵", Bytes.EMPTY);
    var over = new StatusQuote(id, StatusContent.Kind.IMAGE, false, true, "", Bytes.EMPTY);
    var story =
        Story.with(ANA)
            .at("2026-03-12T09:12:00Z")
            .says("Which sea?")
            .about(text)
            .own(Stage.SEEN, "The one with the ferry")
            .own(Stage.DELIVERED, "What a view you had up there")
            .about(over);
    return Conversations.open("conversation-status", ANA, story);
  }

  private static StatusesView town() {
    return new StatusesView(
        List.of(own(1, State.HERE, null), own(2, State.HERE, null)),
        List.of(
            author(
                ANA,
                false,
                text(
                    ANA,
                    3,
                    "Finally finished the boat. Who comes along on Saturday? ⛵",
                    1,
                    "PT12M")),
            author(
                YUSUF,
                false,
                picture(YUSUF, 4, State.HERE, "PT2H", false),
                picture(YUSUF, 5, State.HERE, "PT1H", false)),
            author(LONG, false, picture(LONG, 6, State.LOADING, "PT4H", true)),
            author(TOM, true, picture(TOM, 7, State.FAILED, "PT9H", true))),
        StatusAudience.CONTACTS,
        true,
        4,
        null);
  }

  private static StatusesView full() {
    var view = town();
    return new StatusesView(
        view.mine(),
        view.others(),
        view.audience(),
        true,
        100,
        Story.NOW.plus(Duration.ofHours(3)));
  }

  private static StatusesView refused() {
    var failure =
        new EntryView.Failure(
            "status-limit",
            "You have posted 100 statuses in 24 hours. Wait until the first of them is a day old.");
    return new StatusesView(
        List.of(own(1, State.REFUSED, failure)),
        List.of(),
        StatusAudience.CONTACTS,
        true,
        100,
        Story.NOW.plus(Duration.ofHours(3)));
  }

  private static StatusView own(int id, State state, EntryView.@Nullable Failure failure) {
    var viewers =
        List.of(
            new StatusView.Viewer(ANA.account(), ANA.name(), Story.NOW.minusSeconds(300)),
            new StatusView.Viewer(YUSUF.account(), YUSUF.name(), Story.NOW.minusSeconds(30)),
            new StatusView.Viewer(LONG.account(), LONG.name(), null));
    return new StatusView(
        People.SELF,
        new MessageId(new UUID(9, id)),
        StatusContent.Kind.TEXT,
        "Good morning from the harbour",
        5,
        Attachment.Preview.NONE,
        "",
        0,
        state,
        state == State.HERE ? Story.NOW.minus(Duration.ofMinutes(40)) : Instant.EPOCH,
        true,
        state == State.HERE ? viewers : List.of(),
        failure);
  }

  private static StatusesView.Author author(
      ContactView contact, boolean muted, StatusView... statuses) {
    return new StatusesView.Author(
        contact.account(), contact.name(), muted, new ArrayList<>(List.of(statuses)));
  }

  private static StatusView text(
      ContactView author, int id, String text, int background, String ago) {
    return new StatusView(
        author.account(),
        new MessageId(new UUID(9, id)),
        StatusContent.Kind.TEXT,
        text,
        background,
        Attachment.Preview.NONE,
        "",
        0,
        State.HERE,
        Story.NOW.minus(Duration.parse(ago)),
        false,
        List.of(),
        null);
  }

  private static StatusView picture(
      ContactView author, int id, State state, String ago, boolean viewed) {
    var failure =
        state == State.FAILED
            ? new EntryView.Failure("status-gone", "The relay does not have this status any more.")
            : null;
    return new StatusView(
        author.account(),
        new MessageId(new UUID(9, id)),
        StatusContent.Kind.IMAGE,
        "Above the clouds, below the stars",
        0,
        LANDSCAPE,
        "image/jpeg",
        812_000,
        state,
        Story.NOW.minus(Duration.parse(ago)),
        viewed,
        List.of(),
        failure);
  }
}
