package org.juntos.ui.conversation;

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
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.StickerView;
import org.juntos.ui.attachment.AttachmentNodes;
import org.juntos.ui.card.CardNode;
import org.juntos.ui.card.CardParts;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
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
  private final List<Region> attachments;
  private final @Nullable CardNode card;
  private final AuthorLine author;
  private final ReactionChips reactions;
  private final Subscription watch;
  private @Nullable BodyText body;

  Bubble(BubbleParts parts, EntryItem item) {
    this.parts = parts;
    this.item = item;
    meta = new Meta(() -> new MessageCards(parts).versions(item));
    var entry = item.entry().get();
    getStyleClass().addAll("bubble", entry.outgoing() ? "bubble-own" : "bubble-other");
    if (isJumbo(entry)) {
      getStyleClass().add("bubble-jumbo");
    }
    author = new AuthorLine(entry);
    getChildren().add(author);
    addQuotes(entry);
    card = card(entry);
    attachments = parts.attachments().nodes(item.attachments(), entry.outgoing(), entry.veiled());
    getChildren().addAll(attachments);
    if (endsWithPicture()) {
      getStyleClass().add("bubble-media");
      failure.setMaxWidth(attachments.getLast().getPrefWidth());
    }
    addWords(entry);
    addSaid(entry);
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
  private void addQuotes(EntryView entry) {
    if (entry.marks().handled().forwarded()) {
      getChildren().add(forwarded());
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

  private void addSaid(EntryView entry) {
    var preview = entry.text().preview();
    if (preview != null) {
      getChildren().add(new PreviewBlock(preview, parts.links()));
    }
    if (entry.text().namesReader() && !entry.outgoing()) {
      getStyleClass().add("bubble-names-reader");
    }
  }

  private boolean isJumbo(EntryView entry) {
    return parts.texts().isJumbo(entry.body())
        && entry.attachments().isEmpty()
        && entry.card() == null;
  }

  private @Nullable CardNode card(EntryView entry) {
    var shown = entry.card();
    if (shown == null) {
      return null;
    }
    var with = new CardParts(parts.texts(), parts.faces(), parts.cards(), parts.model().cards());
    var node = CardNode.of(with, entry.id(), shown);
    getStyleClass().add("bubble-card");
    getChildren().add(node);
    return node;
  }

  private static Label forwarded() {
    var forwarded = new Label("Forwarded", Icons.icon(Feather.CORNER_UP_RIGHT));
    forwarded.getStyleClass().add("forwarded");
    return forwarded;
  }

  void close() {
    watch.unsubscribe();
    if (card != null) {
      card.close();
    }
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

  /// Shows what is hidden in the words; else opens, plays or fetches the first attachment, goes
  /// into a card, or shows a sticker with the way to its pack.
  void activate() {
    if (body != null && body.isHiding()) {
      body.reveal();
      return;
    }
    var sticker = item.entry().get().marks().sticker();
    if (sticker != null) {
      parts.stickers().show(item.entry().get().id(), sticker);
      return;
    }
    if (card != null) {
      card.activate();
    }
    attachments.stream().findFirst().ifPresent(parts.attachments()::activate);
  }

  private void addWords(EntryView entry) {
    var clock = parts.times().clock(entry.sentAt());
    if (!entry.body().isEmpty() && card == null) {
      var text = new BodyText(parts.texts(), entry, parts.links(), Meta.room(entry, clock), meta);
      body = text;
      getChildren().add(text);
      return;
    }
    if (card == null && entry.marks().sticker() == null && endsWithPicture()) {
      var over = new StackPane(getChildren().getLast(), meta);
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

  private boolean endsWithPicture() {
    return !attachments.isEmpty() && AttachmentNodes.isPicture(attachments.getLast());
  }

  private void update(EntryView entry) {
    meta.show(entry, parts.times().clock(entry.sentAt()), parts.sentence().times(entry));
    reactions.show(entry);
    var shown = entry.card();
    if (card != null && shown != null) {
      card.show(shown);
    }
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
    var bad = failed ? leftOut(item.entry().get()) : null;
    if (bad != null) {
      actions
          .getChildren()
          .add(Icons.link(Feather.SEND, "Send without it", () -> parts.retryWithout(bad)));
      sentence.setText(SafeText.name(bad.fileName()) + ": " + why);
    }
    return new VBox(sentence, actions);
  }

  /// The file that keeps the rest from leaving; null when nothing else would be left.
  private static @Nullable AttachmentView leftOut(EntryView entry) {
    var files = entry.attachments();
    return files.size() + (entry.body().isEmpty() ? 0 : 1) < 2
        ? null
        : files.stream()
            .filter(file -> entry.outgoing() && file.state() == AttachmentView.State.FAILED)
            .findFirst()
            .orElse(null);
  }

  private void place(EntryItem.Place place) {
    author.show(place.first() && parts.model().group().get() != null);
    pseudoClassStateChanged(FIRST, place.first());
    pseudoClassStateChanged(LAST, place.last());
  }
}
