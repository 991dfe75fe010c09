package org.juntos.ui.conversationlist;

import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.EntryView;
import org.juntos.ui.control.Avatar;
import org.juntos.ui.control.EmojiLine;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.Portrait;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Tick;
import org.juntos.ui.control.Times;
import org.juntos.wire.AccountId;
import org.kordamp.ikonli.feather.Feather;

/// A row: picture, name, time, beginning of the last message, ticks or number of unread ones.
final class ConversationCell extends ListCell<ConversationView> {
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
  private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");
  private static final double PICTURE = 44;

  private final Times times;
  private final Avatar avatar;
  private final EmojiLine name;
  private final Label verified = new Label("", Icons.icon(Feather.SHIELD));
  private final Label time = new Label();
  private final EmojiLine excerpt;
  private final Tick tick = new Tick();
  private final Label badge = new Label();
  private final Label muted = new Label("", Icons.icon(Feather.BELL_OFF));
  private final Label pinned = new Label("", Icons.icon(Feather.MAP_PIN));
  private final HBox row;
  private final ObjectProperty<@Nullable ConversationId> open;
  private final ReadOnlyObjectProperty<Set<AccountId>> typing;
  private final InvalidationListener mark = _ -> mark();
  private final InvalidationListener type = _ -> type();

  /// @param model knows which conversation is open; a click opens this one
  ///
  /// @param menu what can be chosen about it
  ConversationCell(
      ConversationListView.Surroundings with,
      ConversationListViewModel model,
      ConversationMenu menu) {
    times = with.times();
    avatar = new Avatar(PICTURE, with.faces());
    open = model.open();
    typing = model.typing();
    open.addListener(new WeakInvalidationListener(mark));
    typing.addListener(new WeakInvalidationListener(type));
    listen(model, menu);
    name = new EmojiLine(with.texts());
    excerpt = new EmojiLine(with.texts());
    getStyleClass().add("conversation-cell");
    name.getStyleClass().add("conversation-name");
    excerpt.getStyleClass().add("conversation-excerpt");
    time.getStyleClass().add("conversation-time");
    time.setMinWidth(USE_PREF_SIZE);
    badge.getStyleClass().add("badge");
    badge.setMinWidth(USE_PREF_SIZE);
    verified.getStyleClass().add("verified-mark");
    muted.getStyleClass().add("list-mark");
    pinned.getStyleClass().add("list-mark");
    HBox.setHgrow(excerpt, Priority.ALWAYS);
    row = new HBox(avatar, lines());
    row.getStyleClass().add("conversation-row");
    row.setAlignment(Pos.CENTER_LEFT);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(0); // never wider than the list
  }

  private void listen(ConversationListViewModel model, ConversationMenu menu) {
    setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY) {
        open();
      }
    });
    setOnContextMenuRequested(event -> {
      var item = getItem();
      if (item != null && !event.isKeyboardTrigger()) {
        menu.of(item, model.pinned()).show(this, event.getScreenX(), event.getScreenY());
        event.consume();
      }
    });
  }

  private VBox lines() {
    var who = new HBox(name, verified, muted);
    who.setAlignment(Pos.CENTER_LEFT);
    who.getStyleClass().add("conversation-who");
    HBox.setHgrow(who, Priority.ALWAYS);
    who.setMinWidth(0);
    var top = new HBox(who, time);
    top.setAlignment(Pos.CENTER_LEFT);
    top.getStyleClass().add("conversation-line");
    var bottom = new HBox(excerpt, tick, pinned, badge);
    bottom.setAlignment(Pos.CENTER_LEFT);
    bottom.getStyleClass().add("conversation-line");
    var lines = new VBox(top, bottom);
    lines.getStyleClass().add("conversation-lines");
    HBox.setHgrow(lines, Priority.ALWAYS);
    return lines;
  }

  @Override
  protected void updateItem(@Nullable ConversationView item, boolean empty) {
    super.updateItem(item, empty);
    mark();
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
    } else {
      show(item);
      setGraphic(row);
    }
  }

  private void open() {
    var item = getItem();
    if (item != null) {
      open.set(item.id());
    }
  }

  private void mark() {
    var item = getItem();
    pseudoClassStateChanged(OPEN, item != null && item.id().equals(open.get()));
    if (item != null) {
      excerpt.show(said(item, typing.get()));
    }
  }

  private void show(ConversationView view) {
    var contact = view.contact();
    var group = view.group();
    avatar.show(group == null ? Portrait.of(contact) : Portrait.of(view.id(), group));
    name.show(SafeText.name(contact.name()));
    var trusted = contact.verified() && !contact.identityChanged() && contact.devices() == null;
    verified.setVisible(trusted);
    verified.setManaged(trusted);
    time.setText(times.stamp(view.activeAt()));
    excerpt.show(said(view, typing.get()));
    var last = view.last();
    var own = last != null && last.outgoing() && last.kind() == EntryView.Kind.MESSAGE;
    tick.show(last != null && own ? last.progress().stage() : EntryView.Stage.NONE);
    showChoices(view);
    setAccessibleText(sentence(view));
  }

  private void showChoices(ConversationView view) {
    boolean quiet = view.chosen().isMuted(times.now());
    show(muted, quiet);
    show(pinned, view.chosen().pinned() > 0);
    var asking = view.contact().standing() == Standing.ASKING;
    boolean marked = view.unread() == 0 && !asking && view.chosen().markedUnread();
    badge.setText(
        asking
            ? "New"
            : marked ? "" : view.unread() > 999 ? "999+" : String.valueOf(view.unread()));
    badge.pseudoClassStateChanged(MARKED, marked);
    badge.pseudoClassStateChanged(MUTED, quiet);
    show(badge, Section.isUnread(view));
  }

  private static void show(Label label, boolean shown) {
    label.setVisible(shown);
    label.setManaged(shown);
  }

  private String said(ConversationView view, Set<AccountId> typing) {
    return typing.contains(view.contact().account())
        ? "typing …"
        : Excerpt.of(view, view.id().equals(open.get()));
  }

  private void type() {
    var item = getItem();
    var now = typing.get(); // it has to be looked at each time, or tells no more
    if (item != null) {
      excerpt.show(said(item, now));
    }
  }

  private String sentence(ConversationView view) {
    var unread = view.unread() == 0 ? "" : ", " + view.unread() + " unread";
    var chosen = view.chosen();
    var name =
        SafeText.name(view.contact().name())
            + (chosen.pinned() > 0 ? ", pinned" : "")
            + (chosen.isMuted(times.now()) ? ", muted" : "")
            + (chosen.markedUnread() ? ", marked as unread" : "");
    return name + unread + ", " + times.stamp(view.activeAt()) + ": " + said(view, Set.of());
  }
}
