package org.juntos.ui.attachment;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.FileWords;

/// Several pictures and videos of a message in a grid, each with its own progress. What has no
/// place is behind the last one.
final class AlbumNode extends Pane implements AttachmentNode {
  private static final double ROUND = 26;

  private final AttachmentNodes.Parts parts;
  private final Viewed album;
  private final List<PictureNode> tiles = new ArrayList<>();
  private Subscription watch = Subscription.EMPTY;

  /// @param album of two or more
  AlbumNode(Viewed album, AttachmentNodes.Parts parts) {
    this.parts = parts;
    this.album = album;
    getStyleClass().add("album-node");
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(
        FileWords.of(album.items().stream().map(item -> item.view().get().kind()).toList()));
    var places = AlbumGrid.places(album.items().size());
    for (var i = 0; i < places.size(); i++) {
      add(i, places.get(i));
    }
    if (album.items().size() > AlbumGrid.MOST) {
      addRest(places.getLast());
    }
    var height = AlbumGrid.height(places);
    setMinSize(AlbumGrid.WIDTH, height);
    setPrefSize(AlbumGrid.WIDTH, height);
    setMaxSize(AlbumGrid.WIDTH, height);
    var clip = new Rectangle(AlbumGrid.WIDTH, height);
    clip.setArcWidth(ROUND);
    clip.setArcHeight(ROUND);
    setClip(clip);
  }

  /// Looks at them, one after the other.
  @Override
  public void activate() {
    parts.viewer().open(parts, album);
  }

  @Override
  public void close() {
    watch.unsubscribe();
    tiles.forEach(PictureNode::close);
  }

  private void add(int number, Rectangle2D place) {
    var item = album.items().get(number);
    var tile =
        new PictureNode(
            item,
            album.own(),
            parts,
            new Dimension2D(place.getWidth(), place.getHeight()),
            () -> parts.viewer().open(parts, album.at(item)));
    tile.setAccessibleText("%d of %d: %s".formatted(number + 1, album.items().size(), tile.said()));
    tile.relocate(place.getMinX(), place.getMinY());
    tiles.add(tile);
    getChildren().add(tile);
  }

  /// Over the last place: how many there are behind it, and whether something is wrong with one.
  private void addRest(Rectangle2D place) {
    var rest = album.items().subList(AlbumGrid.MOST, album.items().size());
    var number = new Label("+" + rest.size());
    number.getStyleClass().add("album-more-number");
    var state = new Label();
    state.getStyleClass().add("album-more-state");
    var lines = new VBox(number, state);
    lines.setAlignment(Pos.CENTER);
    var over = new StackPane(lines);
    over.getStyleClass().add("album-more");
    over.setPrefSize(place.getWidth(), place.getHeight());
    over.relocate(place.getMinX(), place.getMinY());
    over.setCursor(Cursor.HAND);
    over.setAccessibleRole(AccessibleRole.BUTTON);
    over.setAccessibleText(rest.size() + " more");
    over.setOnMouseClicked(event -> {
      if (event.isStillSincePress()) {
        parts.viewer().open(parts, album.at(album.items().get(AlbumGrid.MOST - 1)));
      }
    });
    getChildren().add(over);
    var hidden = album.items().subList(AlbumGrid.MOST - 1, album.items().size());
    for (var item : hidden) {
      watch = watch.and(item.view().subscribe(_ -> state.setText(state(hidden))));
    }
  }

  /// "1 failed", "3 to come", or nothing.
  private static String state(List<AttachmentItem> hidden) {
    var states = hidden.stream().map(item -> item.view().get().state()).toList();
    var failed = states.stream().filter(one -> one == AttachmentView.State.FAILED).count();
    var missing = states.stream().filter(one -> one != AttachmentView.State.HERE).count();
    if (failed > 0) {
      return failed + " failed";
    }
    return missing > 0 ? missing + " to come" : "";
  }
}
