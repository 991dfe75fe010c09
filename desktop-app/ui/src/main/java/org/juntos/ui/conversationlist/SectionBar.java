package org.juntos.ui.conversationlist;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.juntos.engine.model.PersonalView;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.kordamp.ikonli.feather.Feather;

/// Above the list: which conversations are shown, and the way to those that are archived.
final class SectionBar extends VBox {
  /// As wide as what says at an edge that there is more.
  private static final double EDGE = 24;

  private final ConversationListViewModel model;
  private final ConversationMenu menu;
  private final HBox chips = new HBox();
  private final ScrollPane scroll = new ScrollPane(chips);
  private final Region before = new Region();
  private final Region after = new Region();
  private final Button archive = new Button();
  private final Subscription watch;

  SectionBar(ConversationListViewModel model, ConversationMenu menu) {
    this.model = model;
    this.menu = menu;
    getStyleClass().add("section-bar");
    chips.getStyleClass().add("section-chips");
    scroll.getStyleClass().addAll("section-scroll", "edge-to-edge");
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFitToHeight(true);
    scroll.setMinHeight(Region.USE_PREF_SIZE);
    scroll.setFocusTraversable(false);
    scroll.addEventFilter(ScrollEvent.SCROLL, this::sideways);
    archive.getStyleClass().add("archive-row");
    archive.setMaxWidth(Double.MAX_VALUE);
    archive.setOnAction(_ -> model.toggleArchived());
    getChildren().addAll(new StackPane(scroll, before, after), archive);
    edge(before, Pos.CENTER_LEFT);
    edge(after, Pos.CENTER_RIGHT);
    watch =
        model
            .personal()
            .subscribe(_ -> show())
            .and(model.section().subscribe(_ -> show()))
            .and(model.archived().subscribe(_ -> showArchive()))
            .and(scroll.hvalueProperty().subscribe(_ -> fade()))
            .and(scroll.widthProperty().subscribe(_ -> fade()))
            .and(chips.widthProperty().subscribe(_ -> fade()));
  }

  void close() {
    watch.unsubscribe();
  }

  private void show() {
    var sections = sections(model.personal().get());
    chips.getChildren().setAll(sections.stream().map(this::chip).toList());
    showArchive();
  }

  /// Those that `Ctrl+1` to `Ctrl+9` lead to.
  static List<Section> sections(PersonalView personal) {
    var sections = new ArrayList<Section>();
    sections.add(new Section.All());
    sections.add(new Section.Unread());
    sections.add(new Section.People());
    sections.add(new Section.Groups());
    personal.folders().forEach(folder -> sections.add(new Section.Folder(folder.id())));
    return sections;
  }

  private ToggleButton chip(Section section) {
    var name = name(section);
    var chip = new SectionChip(name);
    chip.setMnemonicParsing(false);
    chip.getStyleClass().add("section-chip");
    boolean shown = section.equals(model.section().get());
    chip.setSelected(shown);
    if (shown) {
      chip.boundsInParentProperty().subscribe(this::reveal);
    }
    chip.focusedProperty()
        .subscribe(now -> {
          if (now) {
            reveal(chip.getBoundsInParent());
          }
        });
    chip.setAccessibleText(name + (shown ? ", shown" : ""));
    chip.setOnAction(_ -> {
      chip.setSelected(true);
      model.section().set(section);
    });
    if (section instanceof Section.Folder(var id)) {
      chip.setContextMenu(menu.of(id, name));
    }
    return chip;
  }

  private String name(Section section) {
    return switch (section) {
      case Section.All() -> "All";
      case Section.Unread() -> "Unread";
      case Section.People() -> "People";
      case Section.Groups() -> "Groups";
      case Section.Archived() -> "Archived";
      case Section.Folder(var id) ->
          model.personal().get().folders().stream()
              .filter(folder -> folder.id().equals(id))
              .map(folder -> SafeText.name(folder.name()))
              .findFirst()
              .orElse("");
    };
  }

  private void showArchive() {
    int count = model.archived().get();
    boolean inside = model.section().get() instanceof Section.Archived;
    archive.setGraphic(Icons.icon(inside ? Feather.ARROW_LEFT : Feather.ARCHIVE));
    archive.setText(inside ? "Archived: back to all" : "Archived (" + count + ")");
    archive.setVisible(inside || (count > 0 && model.section().get() instanceof Section.All));
    archive.setManaged(archive.isVisible());
  }

  /// Scrolls to where a chip lies, clear of the edges.
  private void reveal(Bounds place) {
    double beyond = chips.getWidth() - scroll.getWidth();
    if (beyond <= 0 || place.getMaxX() <= 0) {
      return;
    }
    double left = scroll.getHvalue() * beyond;
    double least = place.getMaxX() + EDGE - scroll.getWidth();
    double most = place.getMinX() - EDGE;
    scroll.setHvalue(Math.clamp(Math.min(Math.max(left, least), most) / beyond, 0, 1));
  }

  /// Says at an edge that there is more behind it.
  private static void edge(Region fade, Pos at) {
    fade.getStyleClass()
        .addAll("section-edge", at == Pos.CENTER_LEFT ? "edge-before" : "edge-after");
    fade.setMouseTransparent(true);
    fade.setMaxWidth(Region.USE_PREF_SIZE);
    StackPane.setAlignment(fade, at);
  }

  private void fade() {
    double beyond = chips.getWidth() - scroll.getWidth();
    before.setVisible(beyond > 1 && scroll.getHvalue() > 0.01);
    after.setVisible(beyond > 1 && scroll.getHvalue() < 0.99);
  }

  private void sideways(ScrollEvent event) {
    double beyond = chips.getWidth() - scroll.getWidth();
    if (beyond > 0 && event.getDeltaY() != 0) {
      scroll.setHvalue(Math.clamp(scroll.getHvalue() - event.getDeltaY() / beyond, 0, 1));
      event.consume();
    }
  }
}
