package org.juntos.ui.card;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.juntos.content.MessageId;
import org.juntos.engine.model.CardView;
import org.juntos.engine.model.CardView.PollView;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.PlainButton;
import org.juntos.ui.control.Wrapped;
import org.kordamp.ikonli.feather.Feather;

/// A poll as it stands. Choosing an option votes at once; choosing it again takes the vote back.
final class PollNode extends CardNode {
  /// What anonymous means, in plain words.
  static final String ANONYMOUS =
      "Names are not shown. Everybody's Juntos gets the votes to count them, and hides whose they"
          + " are: a changed program could show them.";

  private final CardParts parts;
  private final MessageId message;
  private final List<PollOption> options = new ArrayList<>();
  private final Label manner = new Label("", Icons.icon(Feather.BAR_CHART_2));
  private final Label votes = new Label();
  private final VBox notes = new VBox();
  private final Button close;
  private PollView poll;

  PollNode(CardParts parts, MessageId message, PollView poll) {
    this.parts = parts;
    this.message = message;
    this.poll = poll;
    getStyleClass().add("poll");
    manner.getStyleClass().add("card-kind");
    var question = parts.texts().paragraph(poll.question(), "card-title");
    question.setTextAlignment(TextAlignment.LEFT);
    getChildren().addAll(manner, question);
    for (int place = 0; place < poll.options().size(); place++) {
      int chosen = place;
      options.add(
          new PollOption(
              parts.texts(),
              poll.options().get(place).text(),
              poll.multiple(),
              () -> choose(chosen)));
    }
    getChildren().addAll(options);
    votes.getStyleClass().add("card-detail");
    votes.setMinWidth(Region.USE_PREF_SIZE);
    close = Icons.link(Feather.LOCK, "Close the poll …", this::askClose);
    var foot = new HBox(votes, close);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("card-foot");
    notes.getStyleClass().add("card-notes");
    getChildren().addAll(foot, notes);
    show(poll);
  }

  @Override
  public void show(CardView now) {
    if (!(now instanceof PollView stands)) {
      return;
    }
    poll = stands;
    manner.setText(manner(stands));
    for (int place = 0; place < options.size(); place++) {
      options.get(place).show(stands.options().get(place), stands.voters(), stands.isOpen());
    }
    votes.setText(votes(stands.voters()));
    close.setVisible(stands.own() && stands.isOpen());
    close.setManaged(close.isVisible());
    notes.getChildren().setAll(notes(stands).stream().map(PollNode::note).toList());
    notes.setManaged(!notes.getChildren().isEmpty());
  }

  private static Label note(String text) {
    return Wrapped.of(text, "card-detail");
  }

  /// "Poll · choose one".
  static String manner(PollView poll) {
    return poll.isOpen()
        ? "Poll · " + (poll.multiple() ? "choose any" : "choose one")
        : "Poll · closed";
  }

  static String votes(int voters) {
    return switch (voters) {
      case 0 -> "No votes yet";
      case 1 -> "1 vote";
      default -> voters + " votes";
    };
  }

  static List<String> notes(PollView poll) {
    var notes = new ArrayList<String>();
    var closing = poll.closing();
    if (poll.anonymous()) {
      notes.add(ANONYMOUS);
    }
    if (closing != null && closing.ownLeftOut()) {
      notes.add("Your vote was not there when the poll was closed, and is not counted.");
    }
    if (closing != null && closing.missing() > 0) {
      notes.add(
          closing.missing() == 1
              ? "One counted vote has not come here yet."
              : closing.missing() + " counted votes have not come here yet.");
    }
    return notes;
  }

  private void choose(int place) {
    parts.deeds().vote(message, chosen(poll, place)); // ticked once it is committed
  }

  /// What is chosen once an option was pressed.
  static List<Integer> chosen(PollView poll, int pressed) {
    var now = new ArrayList<>(poll.chosen());
    boolean back = now.remove(/* element */ (Integer) pressed);
    if (!poll.multiple()) {
      now.clear();
    }
    if (!back) {
      now.add(pressed);
    }
    return now.stream().sorted().toList();
  }

  private void askClose() {
    var body = new VBox();
    body.getStyleClass().add("dialog-body");
    var keep = new PlainButton("Keep it open", parts.asks()::hide); // first: it has the focus
    var closing =
        new PlainButton(
            "Close the poll",
            () -> {
              parts.asks().hide();
              parts.deeds().close(message);
            });
    closing.getStyleClass().add("primary");
    var buttons = new HBox(keep, closing);
    buttons.getStyleClass().add("link-row");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    body.getChildren()
        .addAll(
            Wrapped.of(
                "The votes that are here now are the result, for everybody. Votes that come later,"
                    + " and those that are still on their way, do not count. A closed poll cannot"
                    + " be opened again.",
                "dialog-text"),
            buttons);
    parts.asks().show("Close this poll?", body);
  }

  @Override
  public void activate() {
    options.stream().filter(PollOption::isOpen).findFirst().ifPresent(PollOption::requestFocus);
  }
}
