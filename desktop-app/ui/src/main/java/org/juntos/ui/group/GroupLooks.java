package org.juntos.ui.group;

import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.juntos.content.GroupAttributes;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.intent.Intent.ChosenPicture;
import org.juntos.engine.model.GroupView;
import org.juntos.ui.control.FieldLabel;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.PlainButton;
import org.juntos.ui.picture.CropPanel;
import org.juntos.ui.picture.PictureChooser;
import org.juntos.ui.platform.Device;
import org.kordamp.ikonli.feather.Feather;

/// Where name, description and picture of a group are changed.
final class GroupLooks extends VBox {
  private final GroupViewModel model;
  private final PictureChooser pictures;
  private final Device device;
  private final Runnable done;
  private final TextField name = new TextField();
  private final TextArea description = new TextArea();
  private final VBox picture = new VBox();
  private final Node words;

  /// @param done leads back
  GroupLooks(
      GroupViewModel model,
      GroupView group,
      PictureChooser pictures,
      Device device,
      Runnable done) {
    this.model = model;
    this.pictures = pictures;
    this.device = device;
    this.done = done;
    getStyleClass().add("section-body");
    setMaxWidth(Double.MAX_VALUE);
    name.setText(group.name());
    name.setAccessibleText("Name of the group");
    description.setText(group.description());
    description.setAccessibleText("Description of the group");
    description.setPromptText("What it is about");
    description.setWrapText(true);
    description.setPrefRowCount(3);
    picture.getStyleClass().add("section-body");
    words = words();
    show(group);
    disableProperty().bind(model.busy().or(pictures.reading()));
    pictures.chosen().subscribe(this::crop);
  }

  private void crop(PictureChooser.@Nullable Chosen chosen) {
    if (chosen == null) {
      getChildren().setAll(picture, words);
      return;
    }
    var panel =
        new CropPanel(
            chosen.image(),
            part -> change(Objects.requireNonNull(pictures.take(part))),
            pictures::giveUp);
    getChildren().setAll(panel);
    panel.focusPart();
  }

  /// The group has changed; what was typed stays.
  void show(GroupView group) {
    boolean there = !group.picture().isEmpty();
    var choose = wide(there ? "Another picture …" : "Choose a picture …", this::choose);
    choose.setGraphic(Icons.icon(Feather.IMAGE));
    picture.getChildren().setAll(choose);
    if (there) {
      var remove = wide("Remove picture", () -> change(new ChosenPicture.None()));
      remove.setGraphic(Icons.icon(Feather.TRASH_2));
      picture.getChildren().add(remove);
    }
  }

  private void choose() {
    var files = device.chooseFiles(getScene().getWindow());
    if (!files.isEmpty()) {
      pictures.choose(files.getFirst());
    }
  }

  private void change(ChosenPicture chosen) {
    model.change(new GroupWish.Describe(null, null, chosen));
  }

  private Node words() {
    var save = wide("Save", this::save);
    save.getStyleClass().add("primary");
    name.setOnAction(_ -> save.fire());
    var tooLong =
        description.textProperty().length().greaterThan(GroupAttributes.MAX_DESCRIPTION_CHARACTERS);
    var note = new Label("The description is too long.");
    note.getStyleClass().add("form-note");
    note.visibleProperty().bind(tooLong);
    note.managedProperty().bind(tooLong);
    save.disableProperty().bind(tooLong);
    var buttons = new HBox(wide("Cancel", done), save);
    buttons.getChildren().forEach(one -> HBox.setHgrow(one, Priority.ALWAYS));
    buttons.getStyleClass().add("link-row");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    var box =
        new VBox(
            new FieldLabel("Name"),
            name,
            new FieldLabel("Description"),
            description,
            note,
            buttons);
    box.getStyleClass().add("section-body");
    return box;
  }

  private void save() {
    model.change(new GroupWish.Describe(name.getText(), description.getText()));
    done.run();
  }

  private static Button wide(String text, Runnable action) {
    var button = new PlainButton(text, action);
    button.setMaxWidth(Double.MAX_VALUE);
    return button;
  }
}
