package org.juntos.ui.shelf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.juntos.content.Attachment;
import org.juntos.engine.model.Finding.Shelf;
import org.juntos.engine.model.FoundView;
import org.juntos.ui.attachment.FileType;
import org.juntos.ui.attachment.Pictures;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.PlainButton;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.SidePage;
import org.juntos.ui.control.Sizes;
import org.juntos.ui.control.Times;
import org.kordamp.ikonli.feather.Feather;

/// The right pane: media, files or links of the conversation; each leads to its message.
public final class GalleryPage extends BorderPane implements AutoCloseable {
  private static final Map<Shelf, String> EMPTY =
      Map.of(
          Shelf.MEDIA, "No pictures or videos yet",
          Shelf.FILES, "No files yet",
          Shelf.LINKS, "No links yet");

  private final GalleryViewModel model;
  private final Materials materials;
  private final Consumer<FoundView> opener;
  private final VBox column = new VBox();
  private final InvalidationListener change = _ -> show();
  private final Subscription watch;

  /// What it is made with.
  public record Materials(RichText texts, Times times, Pictures pictures) {}

  /// @param opener shows a message where it was said
  /// @param close what the cross does
  public GalleryPage(
      GalleryViewModel model, Materials materials, Consumer<FoundView> opener, Runnable close) {
    this.model = model;
    this.materials = materials;
    this.opener = opener;
    SidePage.frame(this, "Media, files and links", column, close);
    getStyleClass().add("gallery-page");
    setTop(new VBox(getTop(), tabs()));
    model.messages().addListener(change);
    watch = model.loaded().subscribe(_ -> show()).and(model.more().subscribe(_ -> show()));
  }

  @Override
  public void close() {
    watch.unsubscribe();
    model.messages().removeListener(change);
    model.close();
  }

  private Node tabs() {
    var group = new ToggleGroup();
    var tabs =
        new HBox(
            tab("Media", Shelf.MEDIA, group),
            tab("Files", Shelf.FILES, group),
            tab("Links", Shelf.LINKS, group));
    tabs.getStyleClass().add("gallery-tabs");
    return tabs;
  }

  private ToggleButton tab(String name, Shelf shelf, ToggleGroup group) {
    var tab = new ToggleButton(name);
    tab.getStyleClass().setAll("gallery-tab");
    tab.setToggleGroup(group);
    tab.setSelected(model.shelf().get() == shelf);
    tab.setMaxWidth(Double.MAX_VALUE);
    tab.setMinWidth(0);
    HBox.setHgrow(tab, Priority.ALWAYS);
    tab.setOnAction(_ -> {
      tab.setSelected(true); // a second click does not leave none chosen
      model.shelf().set(shelf);
    });
    return tab;
  }

  private void show() {
    var nodes = new ArrayList<Node>();
    if (!model.loaded().get()) {
      nodes.add(said("Loading …"));
    } else if (model.messages().isEmpty()) {
      nodes.add(said(EMPTY.getOrDefault(model.shelf().get(), "")));
    } else if (model.shelf().get() == Shelf.MEDIA) {
      nodes.add(media());
    } else {
      nodes.addAll(rows());
    }
    if (model.more().get()) {
      nodes.add(new PlainButton("Show more", model::loadMore));
    }
    column.getChildren().setAll(nodes);
  }

  private FlowPane media() {
    var tiles = new FlowPane();
    tiles.getStyleClass().add("gallery-tiles");
    for (var found : model.messages()) {
      found.entry().attachments().stream()
          .filter(file -> isMedia(file.kind()))
          .map(file -> new MediaTile(found, file, materials, () -> opener.accept(found)))
          .forEach(tiles.getChildren()::add);
    }
    return tiles;
  }

  private List<Node> rows() {
    var rows = new ArrayList<Node>();
    for (var found : model.messages()) {
      if (model.shelf().get() == Shelf.LINKS) {
        found.links().stream()
            .map(
                link -> new ShelfRow(Feather.LINK, link, detail(found), () -> opener.accept(found)))
            .forEach(rows::add);
      } else {
        found.entry().attachments().stream()
            .filter(file -> !isMedia(file.kind()) && file.kind() != Attachment.Kind.VOICE)
            .map(file ->
                new ShelfRow(
                    FileType.of(file.fileName(), file.mediaType()).icon(),
                    file.fileName(),
                    Sizes.bytes(file.bytes()) + " · " + detail(found),
                    () -> opener.accept(found)))
            .forEach(rows::add);
      }
    }
    return rows;
  }

  private String detail(FoundView found) {
    var entry = found.entry();
    var who = entry.outgoing() ? "You" : entry.authorName();
    return who + ", " + materials.times().stamp(entry.sentAt());
  }

  private static boolean isMedia(Attachment.Kind kind) {
    return kind == Attachment.Kind.IMAGE || kind == Attachment.Kind.VIDEO;
  }

  private static Node said(String words) {
    var icon = Icons.icon(Feather.FOLDER);
    icon.getStyleClass().add("empty-icon");
    var text = new Label(words);
    text.getStyleClass().add("empty-text");
    var box = new VBox(icon, text);
    box.getStyleClass().add("empty");
    box.setAlignment(Pos.CENTER);
    return box;
  }
}
