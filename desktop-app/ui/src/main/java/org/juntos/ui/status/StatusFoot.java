package org.juntos.ui.status;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.juntos.content.StatusContent;
import org.juntos.engine.model.StatusView;
import org.juntos.ui.control.Avatar;
import org.juntos.ui.control.EmojiLine;
import org.juntos.ui.control.Faces;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.SafeText;
import org.kordamp.ikonli.feather.Feather;

/// What is under a status: what was written with it, and a reply, or who has seen it.
final class StatusFoot extends VBox {
  private static final double EMOJI = 18;
  private static final double PICTURE = 28;

  private final StatusesViewModel model;
  private final RichText texts;
  private final Faces faces;
  private final TextFlow caption = new TextFlow();
  private final TextField reply = new TextField();
  private final HBox replyRow;
  private final Button seen = new Button();
  private final VBox viewers = new VBox();
  private final ScrollPane list = new ScrollPane(viewers);
  private final Label trouble = new Label();
  private @Nullable StatusView shown;

  StatusFoot(StatusesViewModel model, RichText texts, Faces faces) {
    this.model = model;
    this.texts = texts;
    this.faces = faces;
    getStyleClass().add("status-foot");
    setAlignment(Pos.CENTER);
    caption.getStyleClass().add("status-caption");
    caption.setTextAlignment(TextAlignment.CENTER);
    trouble.getStyleClass().add("status-trouble");
    trouble.setWrapText(true);
    replyRow = replyRow();
    seen.getStyleClass().add("status-seen");
    seen.setOnAction(_ -> shown(list, !list.isVisible()));
    viewers.getStyleClass().add("status-viewers");
    list.getStyleClass().addAll("edge-to-edge", "status-viewer-list");
    list.setFitToWidth(true);
    list.setMaxHeight(180);
    list.setMaxWidth(420);
    shown(list, false);
    getChildren().addAll(caption, trouble, replyRow, seen, list);
  }

  private HBox replyRow() {
    reply.setPromptText("Reply …");
    reply.setAccessibleText("Reply");
    reply.setOnAction(_ -> send());
    reply.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(reply, Priority.ALWAYS);
    var row = new HBox(reply, Icons.button(Feather.SEND, "Send the reply (Enter)", this::send));
    row.getStyleClass().add("status-reply");
    row.setAlignment(Pos.CENTER);
    row.setMaxWidth(520);
    return row;
  }

  /// Whether the person writes or reads here: time stands still meanwhile.
  boolean isBusy() {
    return reply.isFocused() || list.isVisible();
  }

  void show(StatusView status, boolean mine) {
    boolean another = shown == null || !shown.id().equals(status.id());
    shown = status;
    if (another) {
      reply.clear();
      shown(list, false);
      var words = status.kind() == StatusContent.Kind.TEXT ? "" : SafeText.body(status.text());
      caption.getChildren().setAll(texts.nodes(words, EMOJI));
      shown(caption, !words.isEmpty());
    }
    shown(replyRow, !mine);
    boolean posted = mine && status.state() == StatusView.State.HERE;
    shown(seen, posted);
    seen.setText(
        status.seenBy() == 0
            ? "Not seen yet"
            : "Seen by " + status.seenBy() + " of " + status.viewers().size());
    var failure = mine ? status.failure() : null;
    trouble.setText(failure == null ? "" : failure.sentence());
    shown(trouble, failure != null);
    viewers.getChildren().setAll(status.viewers().stream().map(this::viewer).toList());
  }

  private Node viewer(StatusView.Viewer viewer) {
    var avatar = new Avatar(PICTURE, faces);
    avatar.show(viewer.account(), viewer.name());
    var name = new EmojiLine(texts);
    name.show(SafeText.name(viewer.name()));
    var who = new HBox(name);
    who.setAlignment(Pos.CENTER_LEFT);
    who.setMinWidth(0);
    HBox.setHgrow(who, Priority.ALWAYS);
    var at = viewer.seenAt();
    var time = new Label(at == null ? "" : model.times().stamp(at));
    time.setMinWidth(Region.USE_PREF_SIZE);
    var row = new HBox(avatar, who, time);
    row.getStyleClass().add("status-viewer-row");
    row.setAlignment(Pos.CENTER_LEFT);
    row.setOpacity(at == null ? 0.6 : 1);
    return row;
  }

  private void send() {
    var status = shown;
    var words = reply.getText().strip();
    if (status != null && !words.isEmpty()) {
      model.reply(status, words, this::sent);
    }
  }

  private void sent() {
    reply.clear();
    reply.setPromptText("Sent. Reply again …");
    requestFocusOfViewer();
  }

  private void requestFocusOfViewer() {
    if (getParent() != null) {
      getParent().requestFocus();
    }
  }

  private static void shown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
