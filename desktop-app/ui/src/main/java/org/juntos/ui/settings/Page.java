package org.juntos.ui.settings;

import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A page of the settings, as wide as their card and as high as its sentences are when they are
/// broken into lines.
abstract class Page extends VBox {
  private Subscription watch = Subscription.EMPTY;

  Page(String styleClass) {
    getStyleClass().addAll("dialog-body", styleClass);
  }

  /// Keeps what `watching` opens as long as the page is in a window.
  final void whileShown(Supplier<Subscription> watching) {
    sceneProperty().subscribe((_, scene) -> follow(scene, watching));
  }

  private void follow(@Nullable Scene scene, Supplier<Subscription> watching) {
    watch.unsubscribe();
    watch = scene == null ? Subscription.EMPTY : watching.get();
  }

  /// A wheel beside what is waited for.
  static Node waiting(Label why) {
    var wheel = new ProgressIndicator();
    wheel.getStyleClass().add("wait-small");
    var row = new HBox(wheel, why);
    row.getStyleClass().add("held-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
