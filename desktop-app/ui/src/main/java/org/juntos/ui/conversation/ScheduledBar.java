package org.juntos.ui.conversation;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.juntos.engine.model.KeptView;
import org.juntos.engine.model.ScheduledView;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.PlainButton;
import org.juntos.ui.control.SafeText;
import org.kordamp.ikonli.feather.Feather;

/// Says above the composer how many messages leave later; a click shows them.
final class ScheduledBar extends HBox {
  private static final int LENGTH = 200;

  private final BubbleParts parts;
  private final Button open;
  private final Subscription watch;

  ScheduledBar(BubbleParts parts) {
    this.parts = parts;
    getStyleClass().add("scheduled-bar");
    setAlignment(Pos.CENTER_LEFT);
    open = Icons.link(Feather.CLOCK, "", this::look);
    getChildren().add(open);
    watch = parts.model().kept().subscribe(this::show);
  }

  void close() {
    watch.unsubscribe();
  }

  private void show(KeptView kept) {
    int number = kept.scheduled();
    setVisible(number > 0);
    setManaged(number > 0);
    open.setText(number == 1 ? "1 message leaves later" : number + " messages leave later");
  }

  private void look() {
    parts
        .model()
        .handling()
        .scheduled(
            parts.model().id(), list -> parts.cards().show("Scheduled messages", card(list)));
  }

  private VBox card(List<ScheduledView> list) {
    var card = new VBox();
    card.getStyleClass().add("dialog-body");
    if (list.isEmpty()) {
      card.getChildren().add(new Label("None is left: all have been sent."));
    }
    list.forEach(one -> card.getChildren().add(row(one)));
    return card;
  }

  private VBox row(ScheduledView one) {
    var when = new Label(parts.times().exact(one.at()) + (one.silent() ? ", without a sound" : ""));
    when.getStyleClass().add("version-time");
    var text = new Label(said(one));
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    SafeText.fitFont(text, text.getText());
    var row = new VBox(when, text);
    row.getStyleClass().add("version");
    var failure = one.failure();
    if (failure != null) {
      var why = new Label("Not sent. " + failure.sentence());
      why.getStyleClass().add("failure-text");
      why.setWrapText(true);
      why.setMinHeight(Region.USE_PREF_SIZE);
      row.getChildren().add(why);
    }
    row.getChildren().add(buttons(one));
    return row;
  }

  private HBox buttons(ScheduledView one) {
    var handling = parts.model().handling();
    var buttons =
        new HBox(
            new PlainButton("Send now", () -> done(() -> handling.sendNow(one.id()))),
            new PlainButton("Change time …", () -> change(one)),
            new PlainButton("Do not send", () -> done(() -> handling.cancel(one.id()))));
    buttons.getStyleClass().add("link-row");
    return buttons;
  }

  private void done(Runnable deed) {
    parts.cards().hide();
    deed.run();
  }

  private void change(ScheduledView one) {
    parts
        .cards()
        .show(
            "Send later",
            new ScheduleCard(
                parts.times(),
                at -> done(() -> parts.model().handling().reschedule(one.id(), at))));
  }

  private static String said(ScheduledView one) {
    var line = SafeText.line(one.body(), LENGTH);
    var files = String.join(", ", one.files().stream().map(SafeText::name).toList());
    return line.isEmpty() ? files : files.isEmpty() ? line : line + "\n" + files;
  }
}
