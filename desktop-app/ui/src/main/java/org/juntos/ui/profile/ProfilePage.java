package org.juntos.ui.profile;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.juntos.content.SharedProfile;
import org.juntos.engine.intent.OwnProfileView;
import org.juntos.ui.control.Avatar;
import org.juntos.ui.control.Faces;
import org.juntos.ui.control.FieldLabel;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.PlainButton;
import org.juntos.ui.control.Portrait;
import org.juntos.ui.control.Wrapped;
import org.juntos.ui.picture.CropPanel;
import org.juntos.ui.picture.PictureChooser;
import org.juntos.ui.platform.Device;
import org.kordamp.ikonli.feather.Feather;

/// The card of what contacts see.
public final class ProfilePage extends VBox {
  private static final double PICTURE = 112;

  private final ProfileViewModel model;
  private final Faces faces;
  private final Device device;

  /// Fills itself from `model`.
  public ProfilePage(ProfileViewModel model, Faces faces, Device device) {
    this.model = model;
    this.faces = faces;
    this.device = device;
    getStyleClass().addAll("dialog-body", "profile");
    setFocusTraversable(true);
    disableProperty().bind(model.busy().or(model.pictures().reading()));
    model.view().subscribe(this::show);
    model.pictures().chosen().subscribe(this::crop);
  }

  private void crop(PictureChooser.@Nullable Chosen chosen) {
    if (chosen == null) {
      show(model.view().get());
      return;
    }
    var panel = new CropPanel(chosen.image(), model::use, model.pictures()::giveUp);
    getChildren().setAll(panel);
    panel.focusPart();
  }

  private void show(@Nullable OwnProfileView view) {
    if (view == null || model.pictures().chosen().get() != null) {
      return;
    }
    getChildren()
        .setAll(
            picture(view),
            texts(view),
            Wrapped.note(
                "Only your contacts see this, and people whose request you accept: it is sealed under"
                    + " a key that they hold, and not even the relay can read it. They see a change"
                    + " with the next message between you. Whoever you block or remove keeps what"
                    + " they have seen, and sees nothing new."));
  }

  private Node picture(OwnProfileView view) {
    var avatar = new Avatar(PICTURE, faces);
    var account = model.account();
    if (account != null) {
      avatar.show(Portrait.of(account, view.name(), view.pictureVersion()));
    }
    boolean none = view.pictureVersion() == 0;
    var choose = new PlainButton(none ? "Choose a picture …" : "Another picture …", this::choose);
    choose.setGraphic(Icons.icon(Feather.IMAGE));
    var buttons = new VBox(choose);
    if (!none) {
      var remove = new PlainButton("Remove picture", model::removePicture);
      remove.setGraphic(Icons.icon(Feather.TRASH_2));
      buttons.getChildren().add(remove);
    }
    buttons.getStyleClass().add("section-body");
    buttons.setAlignment(Pos.CENTER_LEFT);
    var row = new HBox(avatar, buttons);
    row.getStyleClass().add("profile-picture");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void choose() {
    var files = device.chooseFiles(getScene().getWindow());
    if (!files.isEmpty()) {
      model.pictures().choose(files.getFirst());
    }
  }

  private Node texts(OwnProfileView view) {
    var name = new TextField(view.name());
    name.setAccessibleText("Your name");
    var about = new TextArea(view.about());
    about.setAccessibleText("About you");
    about.setPromptText("A few words about you");
    about.setWrapText(true);
    about.setPrefRowCount(3);
    about.setTextFormatter(new TextFormatter<>(ProfilePage::shortEnough));
    var left = new Label();
    left.getStyleClass().add("form-note");
    about.textProperty().subscribe(text -> left.setText(left(text) + " left"));
    var save = new PlainButton("Save", () -> model.save(name.getText(), about.getText()));
    save.getStyleClass().add("primary");
    model.saved().subscribe(saved -> save.setText(saved ? "Saved" : "Save"));
    name.setOnAction(_ -> save.fire());
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var bottom = row(left, space, save);
    bottom.setAlignment(Pos.CENTER_LEFT);
    var box = new VBox(new FieldLabel("Name"), name, new FieldLabel("About"), about, bottom);
    box.getStyleClass().add("account-section");
    return box;
  }

  /// Adds nothing that is too long.
  private static TextFormatter.Change shortEnough(TextFormatter.Change change) {
    if (change.isContentChange() && left(change.getControlNewText()) < 0) {
      change.setText("");
      change.setRange(change.getRangeStart(), change.getRangeStart());
      change.setCaretPosition(change.getControlCaretPosition());
      change.setAnchor(change.getControlAnchor());
    }
    return change;
  }

  private static int left(String text) {
    return SharedProfile.MAX_ABOUT - text.codePointCount(0, text.length());
  }

  private static HBox row(Node... nodes) {
    var row = new HBox(nodes);
    row.getStyleClass().add("link-row");
    return row;
  }
}
