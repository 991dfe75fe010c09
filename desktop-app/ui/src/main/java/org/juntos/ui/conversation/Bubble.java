package org.juntos.ui.conversation;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.juntos.content.Attachment;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.StickerView;
import org.juntos.ui.attachment.AttachmentItem;
import org.juntos.ui.control.Icons;
import org.juntos.ui.sticker.StickerNode;
import org.kordamp.ikonli.feather.Feather;

/// A message: attachments, words, time and tick, and why it failed when it did.
final class Bubble extends VBox {
  private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
  private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");
  private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  private final BubbleParts parts;
  private final EntryItem item;
  private final Meta meta;
  private final VBox failure = new VBox();
  private final List<Region> attachments = new ArrayList<>();
  private final AuthorLine author;
  private final ReactionChips reactions;
  private final Subscription watch;

  Bubble(BubbleParts parts, EntryItem item) {
    this.parts = parts;
    this.item = item;
    meta = new Meta(() -> new MessageCards(parts).versions(item));
    var entry = item.entry().get();
    getStyleClass().addAll("bubble", entry.outgoing() ? "bubble-own" : "bubble-other");
    if (parts.texts().isJumbo(entry.body()) && entry.attachments().isEmpty()) {
      getStyleClass().add("bubble-jumbo");
    }
    author = new AuthorLine(entry);
    getChildren().add(author);
    addHead(entry);
    item.attachments().forEach(attachment -> add(attachment, entry.outgoing()));
    if (!entry.attachments().isEmpty() && isPicture(entry.attachments())) {
      getStyleClass().add("bubble-media");
      failure.setMaxWidth(attachments.getLast().getPrefWidth());
    }
    addWords(entry);
    failure.getStyleClass().add("failure");
    reactions = new ReactionChips(parts.texts().sheets(), parts.model().deeds());
    getChildren().addAll(failure, reactions);
    watch =
        item.entry()
            .subscribe(this::update)
            .and(item.place().subscribe(this::place))
            .and(item.pointedAt().subscribe(now -> pseudoClassStateChanged(FOUND, now)))
            .and(parts.model().group().subscribe(_ -> place(item.place().get())));
  }

  /// What stands above the words, and in their place.
  private void addHead(EntryView entry) {
    if (entry.marks().handled().forwarded()) {
      var forwarded = new Label("Forwarded", Icons.icon(Feather.CORNER_UP_RIGHT));
      forwarded.getStyleClass().add("forwarded");
      getChildren().add(forwarded);
    }
    var quote = entry.quote();
    if (quote != null) {
      getChildren().add(new QuotedStatus(parts.texts(), quote));
    }
    var replied = entry.marks().quote();
    if (replied != null) {
      getChildren().add(new QuoteBlock(parts.texts(), replied, parts.model().place()::seek));
    }
    var sticker = entry.marks().sticker();
    if (sticker != null) {
      getStyleClass().add("bubble-sticker");
      getChildren().add(sticker(sticker));
    }
  }

  void close() {
    watch.unsubscribe();
    attachments.forEach(parts.attachments()::close);
  }

  private Node sticker(StickerView sticker) {
    var node = new StickerNode(sticker, parts.stickers().images(), StickerNode.LARGE);
    node.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
        activate();
      }
    });
    return node;
  }

  /// Opens, plays or fetches the first attachment; shows a sticker with the way to its pack.
  void activate() {
    var sticker = item.entry().get().marks().sticker();
    if (sticker != null) {
      parts.stickers().show(item.entry().get().id(), sticker);
    }
    attachments.stream().findFirst().ifPresent(parts.attachments()::activate);
  }

  private void add(AttachmentItem attachment, boolean own) {
    var node = parts.attachments().node(attachment, own);
    attachments.add(node);
    getChildren().add(node);
  }

  private void addWords(EntryView entry) {
    var clock = parts.times().clock(entry.sentAt());
    if (!entry.body().isEmpty()) {
      getChildren().add(new BodyText(parts.texts(), entry, Meta.room(entry, clock), meta));
      return;
    }
    var last = getChildren().getLast();
    if (entry.marks().sticker() == null && isPicture(entry.attachments())) {
      var over = new StackPane(last, meta);
      StackPane.setAlignment(meta, Pos.BOTTOM_RIGHT);
      over.getStyleClass().add("meta-over");
      meta.getStyleClass().add("meta-pill");
      getChildren().add(over);
    } else {
      var line = new HBox(meta);
      line.setAlignment(Pos.CENTER_RIGHT);
      line.getStyleClass().add("meta-line");
      getChildren().add(line);
    }
  }

  private static boolean isPicture(List<AttachmentView> attachments) {
    var kind = attachments.getLast().kind();
    return kind == Attachment.Kind.IMAGE || kind == Attachment.Kind.VIDEO;
  }

  private void update(EntryView entry) {
    meta.show(entry, parts.times().clock(entry.sentAt()), parts.sentence().times(entry));
    reactions.show(entry);
    var unsent = entry.marks().unsent();
    var why = entry.progress().failure() == null ? unsent : entry.progress().failure();
    var failed = entry.progress().stage() == EntryView.Stage.FAILED || unsent != null;
    pseudoClassStateChanged(FAILED, failed);
    failure.setVisible(failed || why != null);
    failure.setManaged(failed || why != null);
    if (failed || why != null) {
      var said = why == null ? "Not sent." : why.sentence();
      var line = why != null && why.equals(unsent) ? "Your change was not sent. " + said : said;
      failure.getChildren().setAll(failureLine(line, failed));
    }
  }

  private Node failureLine(String why, boolean failed) {
    var sentence = new Label(why);
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    sentence.getStyleClass().add(failed ? "failure-text" : "waiting-text");
    var retry =
        Icons.link(
            Feather.REFRESH_CW,
            failed ? "Retry" : "Try now",
            () -> parts.retry(item.entry().get()));
    var actions = new HBox(retry);
    actions.getStyleClass().add("failure-actions");
    return new VBox(sentence, actions);
  }

  private void place(EntryItem.Place place) {
    author.show(place.first() && parts.model().group().get() != null);
    pseudoClassStateChanged(FIRST, place.first());
    pseudoClassStateChanged(LAST, place.last());
  }
}
