package org.juntos.ui.conversationlist;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.juntos.engine.model.PersonalView;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.kordamp.ikonli.feather.Feather;

/// Above the list: which conversations are shown, and the way to those that are archived.
final class SectionBar extends VBox {
  private final ConversationListViewModel model;
  private final ConversationMenu menu;
  private final HBox chips = new HBox();
  private final ScrollPane scroll = new ScrollPane(chips);
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
    getChildren().addAll(scroll, archive);
    watch =
        model
            .personal()
            .subscribe(_ -> show())
            .and(model.section().subscribe(_ -> show()))
            .and(model.archived().subscribe(_ -> showArchive()));
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
    var chip = new ToggleButton(name);
    chip.setMnemonicParsing(false);
    chip.getStyleClass().add("section-chip");
    chip.setMinWidth(Region.USE_PREF_SIZE);
    chip.setMaxWidth(160);
    boolean shown = section.equals(model.section().get());
    chip.setSelected(shown);
    if (shown) {
      chip.boundsInParentProperty().subscribe(this::reveal);
    }
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

  /// Scrolls to where a chip lies.
  private void reveal(Bounds place) {
    double beyond = chips.getWidth() - scroll.getWidth();
    if (beyond > 0 && place.getMaxX() > scroll.getWidth()) {
      scroll.setHvalue(Math.min(1, (place.getMaxX() - scroll.getWidth() + 8) / beyond));
    } else if (place.getMaxX() > 0) {
      scroll.setHvalue(0);
    }
  }

  private void sideways(ScrollEvent event) {
    double beyond = chips.getWidth() - scroll.getWidth();
    if (beyond > 0 && event.getDeltaY() != 0) {
      scroll.setHvalue(Math.clamp(scroll.getHvalue() - event.getDeltaY() / beyond, 0, 1));
      event.consume();
    }
  }
}
