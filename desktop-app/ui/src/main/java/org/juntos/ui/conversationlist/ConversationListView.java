package org.juntos.ui.conversationlist;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.juntos.content.ConversationId;
import org.juntos.engine.model.ConversationView;
import org.juntos.ui.control.CardHost;
import org.juntos.ui.control.Faces;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.Times;
import org.kordamp.ikonli.feather.Feather;

/// The left pane: filter on top, conversations below.
public final class ConversationListView extends VBox implements AutoCloseable {
  private static final String STATUSES = "Statuses (Ctrl+Shift+U)";

  private final ConversationListViewModel model;
  private final ListView<ConversationView> list = new ListView<>();
  private final TextField filter = new TextField();
  private final Button statuses;
  private final Circle fresh = new Circle(4);
  private final SectionBar sections;
  private final ConversationMenu menu;
  private final Timeline minutes;
  private final Subscription watch;

  /// What reaches out of the pane.
  ///
  /// @param addContact opens the dialog for it
  /// @param newGroup opens the dialog for it
  /// @param settings opens them
  /// @param statuses shows them in place of this
  /// @param search shows a search through all messages in place of this
  public record Doors(
      Runnable addContact,
      Runnable newGroup,
      Runnable settings,
      Runnable statuses,
      Runnable search) {}

  /// What rows are drawn with.
  ///
  /// @param cards where folders are named
  public record Surroundings(RichText texts, Faces faces, Times times, CardHost cards) {}

  public ConversationListView(ConversationListViewModel model, Surroundings with, Doors doors) {
    this.model = model;
    statuses = Icons.button(Feather.APERTURE, STATUSES, doors.statuses());
    getStyleClass().add("list-pane");
    list.getStyleClass().addAll("conversation-list", "edge-to-edge");
    list.setItems(model.shown());
    menu = new ConversationMenu(model.choosing(), with.cards());
    sections = new SectionBar(model, menu);
    list.setCellFactory(_ -> new ConversationCell(with, model, menu));
    list.setOnContextMenuRequested(this::menuOfOpen);
    list.setAccessibleText("Conversations");
    VBox.setVgrow(list, Priority.ALWAYS);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    var stack = new StackPane(list, empty(doors.addContact()));
    VBox.setVgrow(stack, Priority.ALWAYS);
    getChildren().addAll(header(doors), filterBox(), sections, stack);
    watch = model.open().subscribe(_ -> showSelection());
    list.getItems().addListener((Observable _) -> showSelection());
    minutes = new Timeline(new KeyFrame(Duration.minutes(1), _ -> lookAgain()));
    minutes.setCycleCount(Animation.INDEFINITE);
    minutes.play();
  }

  /// Shows under a button what can be chosen about a conversation.
  public void choose(ConversationId id, Node anchor) {
    var view = model.find(id);
    if (view != null) {
      menu.of(view, model.pinned()).show(anchor, Side.BOTTOM, 0, 0);
    }
  }

  /// Shows one of the sections; see [ConversationListViewModel#showSection].
  public void showSection(int number) {
    model.showSection(number);
  }

  /// Times grow old, and what was muted for a while is not any more.
  private void lookAgain() {
    model.lookAgain();
    list.refresh();
  }

  /// From the keyboard it is about the conversation that is open.
  private void menuOfOpen(ContextMenuEvent event) {
    var index = model.indexOfOpen();
    if (event.isKeyboardTrigger() && index >= 0) {
      menu.of(model.shown().get(index), model.pinned()).show(list, Side.RIGHT, -120, 60);
      event.consume();
    }
  }

  /// Puts the caret into the filter.
  public void focusFilter() {
    filter.requestFocus();
    filter.selectAll();
  }

  /// Puts the focus on the list.
  public void focusList() {
    list.requestFocus();
  }

  @Override
  public void close() {
    watch.unsubscribe();
    minutes.stop();
    sections.close();
    filter.textProperty().unbindBidirectional(model.filter());
  }

  /// Says that there are statuses of so many people that the person has not seen.
  public void showNewStatuses(long people) {
    fresh.setVisible(people > 0);
    statuses.setAccessibleText(people == 0 ? STATUSES : STATUSES + ", new of " + people);
  }

  private Node header(Doors doors) {
    fresh.getStyleClass().add("status-fresh");
    fresh.setMouseTransparent(true);
    StackPane.setAlignment(fresh, Pos.TOP_RIGHT);
    var title = new Label("juntos");
    title.getStyleClass().add("wordmark-small");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    var header =
        new HBox(
            title,
            Icons.button(Feather.SEARCH, "Search all messages (Ctrl+Shift+F)", doors.search()),
            new StackPane(statuses, fresh),
            Icons.button(Feather.SETTINGS, "Settings (Ctrl+,)", doors.settings()),
            Icons.button(Feather.USERS, "New group (Ctrl+Shift+N)", doors.newGroup()),
            Icons.button(Feather.USER_PLUS, "Add a contact (Ctrl+N)", doors.addContact()));
    header.getStyleClass().add("list-header");
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private Node filterBox() {
    filter.setPromptText("Find a conversation");
    filter.setAccessibleText("Find a conversation");
    filter.textProperty().bindBidirectional(model.filter());
    filter.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        filter.clear();
        list.requestFocus();
      } else if (event.getCode() == KeyCode.DOWN) {
        list.requestFocus();
      } else if (event.getCode() == KeyCode.ENTER && !model.shown().isEmpty()) {
        model.open().set(model.shown().getFirst().id());
      }
    });
    var icon = Icons.icon(Feather.SEARCH);
    icon.getStyleClass().add("filter-icon");
    icon.setMouseTransparent(true);
    StackPane.setAlignment(icon, Pos.CENTER_LEFT);
    filter.getStyleClass().add("filter");
    var box = new StackPane(filter, icon);
    box.getStyleClass().add("filter-box");
    return box;
  }

  private Node empty(Runnable addContact) {
    var icon = Icons.icon(Feather.MESSAGE_CIRCLE);
    icon.getStyleClass().add("empty-icon");
    var title = new Label("No conversations yet");
    title.getStyleClass().add("empty-title");
    var text = new Label("Share your link, or add someone with theirs.");
    text.getStyleClass().add("empty-text");
    text.setWrapText(true);
    var add = new Button("Add a contact");
    add.getStyleClass().add("primary");
    add.setOnAction(_ -> addContact.run());
    var box = new VBox(icon, title, text, add);
    box.getStyleClass().add("empty");
    box.setAlignment(Pos.CENTER);
    model.filter().subscribe(_ -> describe(box, title, text, add));
    model.shown().addListener((Observable _) -> describe(box, title, text, add));
    model.loaded().subscribe(_ -> describe(box, title, text, add));
    model.section().subscribe(_ -> describe(box, title, text, add));
    return box;
  }

  private void describe(VBox box, Label title, Label text, Button add) {
    var filtered = !model.filter().get().isBlank();
    var whole = model.section().get() instanceof Section.All;
    title.setText(
        filtered ? "Nobody by that name" : whole ? "No conversations yet" : "Nothing here");
    text.setText(
        filtered
            ? "Try fewer letters."
            : whole
                ? "Share your link, or add someone with theirs."
                : "Conversations come here when they belong here.");
    add.setVisible(!filtered && whole);
    box.setVisible(model.loaded().get() && model.shown().isEmpty());
  }

  /// The list never opens anything by itself: its selection wanders when rows move, and what is
  /// written must not go to somebody else because of that.
  private void walk(KeyEvent event) {
    if (event.isAltDown() || event.isShortcutDown()) {
      return;
    }
    switch (event.getCode()) {
      case UP -> model.move(-1);
      case DOWN -> model.move(1);
      case HOME -> model.move(-model.shown().size());
      case END -> model.move(model.shown().size());
      default -> {
        return;
      }
    }
    event.consume();
    list.requestFocus();
  }

  private void showSelection() {
    var index = model.indexOfOpen();
    if (index < 0) {
      list.getSelectionModel().clearSelection();
    } else if (list.getSelectionModel().getSelectedIndex() != index) {
      list.getSelectionModel().select(index);
      list.scrollTo(index);
    }
  }
}
