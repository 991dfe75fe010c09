package org.juntos.ui.search;

import java.util.List;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.juntos.engine.model.FoundView;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.Times;
import org.juntos.ui.search.SearchViewModel.State;
import org.kordamp.ikonli.feather.Feather;

/// The left pane with a search through all conversations in place of them: what is looked for, and
/// what was found, newest first.
public final class SearchPane extends VBox implements AutoCloseable {
  private static final List<String> FILTERS =
      List.of(
          "from:",
          "in:",
          "before:",
          "after:",
          "has:image",
          "has:video",
          "has:audio",
          "has:voice",
          "has:file",
          "has:link",
          "has:poll",
          "has:location",
          "has:contact",
          "is:starred");

  private final SearchViewModel model;
  private final SearchField field;
  private final ListView<FoundView> list = new ListView<>();
  private final Label note = new Label();
  private final VBox said = new VBox();
  private final Subscription watch;

  /// Shows a message where it was said.
  @FunctionalInterface
  public interface Opener {
    void open(FoundView found);
  }

  /// @param back leads back to the conversations
  public SearchPane(
      SearchViewModel model, RichText texts, Times times, Opener opener, Runnable back) {
    this.model = model;
    field = new SearchField(model, "Search all messages", opener);
    getStyleClass().addAll("list-pane", "search-pane");
    list.getStyleClass().addAll("found-list", "edge-to-edge");
    list.setItems(model.results());
    list.setCellFactory(
        _ -> new FoundRow(model, texts, times, number -> field.show(model.goTo(number))));
    list.setAccessibleText("Messages that were found");
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    note.getStyleClass().add("search-note");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    said.getStyleClass().addAll("empty", "search-empty");
    var stack = new StackPane(list, said);
    VBox.setVgrow(stack, Priority.ALWAYS);
    getChildren().addAll(header(back), fieldBox(), chips(), note, stack);
    watch =
        model
            .state()
            .subscribe(_ -> describe())
            .and(model.current().subscribe(_ -> currentChanged()));
    model.results().addListener((Observable _) -> describe());
  }

  /// Puts the caret into the field.
  public void focusField() {
    field.begin();
  }

  /// Goes to the next older (1) or newer (-1) message that was found, and shows it.
  public void step(int by) {
    field.step(by);
  }

  @Override
  public void close() {
    watch.unsubscribe();
    field.close();
  }

  private Node header(Runnable back) {
    var title = new Label("Search");
    title.getStyleClass().add("pane-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    var header =
        new HBox(
            Icons.button(Feather.ARROW_LEFT, "Back to conversations (Esc)", back),
            title,
            Icons.button(Feather.CHEVRON_UP, "Newer message (Shift+F3)", () -> step(-1)),
            Icons.button(Feather.CHEVRON_DOWN, "Older message (F3)", () -> step(1)));
    header.getStyleClass().addAll("list-header", "statuses-header");
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private Node fieldBox() {
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    field.getStyleClass().add("filter");
    var icon = Icons.icon(Feather.SEARCH);
    icon.getStyleClass().add("filter-icon");
    icon.setMouseTransparent(true);
    StackPane.setAlignment(icon, Pos.CENTER_LEFT);
    var box = new StackPane(field, icon);
    box.getStyleClass().add("filter-box");
    return box;
  }

  private Node chips() {
    var chips = new FlowPane();
    chips.getStyleClass().add("search-chips");
    for (var filter : FILTERS) {
      var chip = new Button(filter);
      chip.getStyleClass().setAll("search-chip");
      chip.setAccessibleText("Add the filter " + filter);
      chip.setOnAction(_ -> {
        model.add(filter);
        field.requestFocus();
        field.end();
      });
      chips.getChildren().add(chip);
    }
    return chips;
  }

  private void pressed(KeyEvent event) {
    if (event.isAltDown() || event.isShortcutDown()) {
      return;
    }
    switch (event.getCode()) {
      case UP -> step(-1);
      case DOWN -> step(1);
      case ENTER -> field.show(model.goTo(Math.max(0, model.current().get())));
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void currentChanged() {
    var at = model.current().get();
    list.refresh();
    if (at >= 0) {
      list.scrollTo(Math.max(0, at - 2));
    }
  }

  private void describe() {
    var state = model.state().get();
    var shown = model.results().size();
    var words = SearchWords.of(state, shown);
    note.setText(words);
    note.setVisible(!words.isEmpty());
    note.setManaged(!words.isEmpty());
    list.setVisible(shown > 0);
    said.setVisible(shown == 0);
    said.getChildren().setAll(said(state));
  }

  private static List<Node> said(State state) {
    return switch (state) {
      case State.Idle() -> List.of(icon(), title("Find what was said"), help());
      case State.Nothing() ->
          List.of(
              icon(),
              title("Nothing found"),
              text("Every word has to be in the message. Try fewer, or parts of them."));
      case State.Searching(), State.Found _, State.Refused _ -> List.of();
    };
  }

  private static Node help() {
    return text(
        "Words in any order, or \"words in a row\". The filters above narrow it down, for instance"
            + " from:me, in:\"book club\", on:2026-05-31 or after:2026-05.");
  }

  private static Node icon() {
    var icon = Icons.icon(Feather.SEARCH);
    icon.getStyleClass().add("empty-icon");
    return icon;
  }

  private static Node title(String words) {
    var title = new Label(words);
    title.getStyleClass().add("empty-title");
    return title;
  }

  private static Node text(String words) {
    var text = new Label(words);
    text.getStyleClass().add("empty-text");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    return text;
  }
}
