package org.juntos.ui.group;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.juntos.ui.control.Faces;
import org.juntos.ui.control.FieldLabel;
import org.juntos.ui.control.ProblemText;

/// The card on which a group is made, or come into by its link.
public final class NewGroupView extends VBox {
  private final TextField name = new TextField();
  private final TextField link = new TextField();

  /// Fills itself from `model`.
  public NewGroupView(NewGroupViewModel model, Faces faces) {
    getStyleClass().add("dialog-body");
    name.setPromptText("What it is called");
    name.setAccessibleText("Name of the group");
    var people =
        new ContactPicker(
            model.contacts(), faces, "You have no contacts yet; add them now, and others later.");
    var create = new Button("Make the group");
    create.getStyleClass().add("primary");
    create.setDefaultButton(true);
    create.setMaxWidth(Double.MAX_VALUE);
    create.disableProperty().bind(model.busy().or(name.textProperty().isEmpty()));
    create.setOnAction(_ -> model.create(name.getText(), people.chosen()));
    getChildren()
        .addAll(
            label("Name", name),
            name,
            label("Who is in it", people),
            people,
            create,
            new ProblemText(model.problem()),
            label("Or come into one by its link", link),
            joining(model));
  }

  private HBox joining(NewGroupViewModel model) {
    link.setPromptText("juntos://group/…");
    link.setAccessibleText("Link of a group");
    HBox.setHgrow(link, Priority.ALWAYS);
    var join = new Button("Come in");
    join.setMinWidth(Region.USE_PREF_SIZE);
    join.disableProperty().bind(model.busy().or(link.textProperty().isEmpty()));
    join.setOnAction(_ -> model.join(link.getText()));
    var row = new HBox(link, join);
    row.getStyleClass().add("link-row");
    return row;
  }

  private static Label label(String text, Region of) {
    var label = new FieldLabel(text);
    label.setLabelFor(of);
    return label;
  }
}
