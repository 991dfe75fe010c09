package org.juntos.ui.onboarding;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.juntos.ui.control.FieldLabel;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.ProblemText;
import org.kordamp.ikonli.feather.Feather;

/// Builds the cards of the first run: title, explanation, fields, problem, button.
final class Form extends VBox implements AutoCloseable {
  private final OnboardingViewModel model;
  private final VBox fields = new VBox();
  private Subscription watches = Subscription.EMPTY;

  Form(OnboardingViewModel model, String title, String explanation) {
    this.model = model;
    getStyleClass().add("form");
    fields.getStyleClass().add("form-fields");
    var heading = new Label(title);
    heading.getStyleClass().add("form-title");
    getChildren().addAll(heading, paragraph(explanation), fields);
  }

  /// Adds a field with its label above.
  Form field(String name, TextField field, String hint) {
    return add(labelled(name, field, hint));
  }

  /// A field with its label above.
  static Node labelled(String name, TextField field, String hint) {
    var label = new FieldLabel(name);
    label.setLabelFor(field);
    field.setPromptText(hint);
    field.setAccessibleText(name);
    var box = new VBox(label, field);
    box.getStyleClass().add("field");
    return box;
  }

  /// Ends `watch` when this card goes.
  void whileShown(Subscription watch) {
    watches = watches.and(watch);
  }

  @Override
  public void close() {
    watches.unsubscribe();
  }

  Form add(Node node) {
    fields.getChildren().add(node);
    return this;
  }

  /// Adds the place for problems and the one button that goes on.
  Form action(String name, Runnable action) {
    return action(new Button(name), action);
  }

  /// The same with a button whose name may change.
  Form action(Button button, Runnable action) {
    button.setDefaultButton(true);
    button.getStyleClass().add("primary");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> action.run());
    button.disableProperty().bind(model.busy());
    var wait = new ProgressIndicator();
    wait.getStyleClass().add("button-wait");
    wait.visibleProperty().bind(model.busy());
    button.setGraphic(wait);
    wait.managedProperty().bind(wait.visibleProperty());
    getChildren().addAll(problemBox(), button);
    return this;
  }

  /// Adds links below the button, side by side.
  Form links(Node... nodes) {
    var row = new HBox(nodes);
    row.getStyleClass().add("form-links");
    row.setAlignment(Pos.CENTER);
    getChildren().add(row);
    return this;
  }

  static Label paragraph(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add("form-text");
    return label;
  }

  static Button link(String name, Runnable action) {
    var button = new Button(name);
    button.getStyleClass().add("link");
    button.setOnAction(_ -> action.run());
    return button;
  }

  Node problemBox() {
    var text = new Label();
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(text, Priority.ALWAYS);
    var icon = new Label();
    icon.setGraphic(Icons.icon(Feather.ALERT_CIRCLE));
    icon.setMinWidth(Region.USE_PREF_SIZE);
    var box = new HBox(icon, text);
    box.getStyleClass().add("problem");
    whileShown(
        model
            .problem()
            .subscribe(problem -> {
              box.setVisible(problem != null);
              box.setManaged(problem != null);
              text.setText(ProblemText.of(problem));
            }));
    return box;
  }
}
