package org.juntos.ui.status;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.StatusBackground;
import org.juntos.ui.control.FieldLabel;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.juntos.wire.AccountId;
import org.kordamp.ikonli.feather.Feather;

/// The card on which a status is made: a text on a background, or a picture or video with words
/// under it, and who is to see it.
public final class StatusComposer extends VBox {
  private static final double WIDTH = 440;
  private static final double STAGE = 230;

  private final StatusDraft draft;
  private final TextArea text = new TextArea();
  private final StackPane stage = new StackPane();
  private final HBox palette = new HBox();
  private final VBox people = new VBox();

  /// Fills itself from `draft`.
  public StatusComposer(StatusDraft draft) {
    this.draft = draft;
    getStyleClass().addAll("dialog-body", "status-composer");
    text.setWrapText(true);
    text.textProperty().bindBidirectional(draft.text());
    stage.getStyleClass().add("status-draft");
    stage.setMinHeight(STAGE);
    stage.setPrefHeight(STAGE);
    stage.setMaxHeight(STAGE);
    fillPalette();
    getChildren().addAll(stage, palette, fileRow(), audience(), problem(), actions());
    draft.file().subscribe(_ -> arrange());
    draft.preview().subscribe(_ -> arrange());
    draft.background().subscribe(_ -> paint());
  }

  private void arrange() {
    boolean isText = draft.file().get() == null;
    palette.setVisible(isText);
    palette.setManaged(isText);
    text.setPromptText(isText ? "What is going on?" : "Write something under it");
    text.setAccessibleText(isText ? "Text of the status" : "Caption");
    text.setPrefRowCount(isText ? 5 : 2);
    paint();
    if (isText) {
      stage.getChildren().setAll(text);
      getChildren().remove(text);
    } else {
      stage.getChildren().setAll(picture(draft.preview().get()));
      if (!getChildren().contains(text)) {
        getChildren().add(1, text);
      }
    }
  }

  private void paint() {
    stage.getStyleClass().removeIf(name -> name.startsWith("status-background-"));
    if (draft.file().get() == null) {
      stage.getStyleClass().add("status-background-" + StatusText.name(draft.background().get()));
    }
  }

  /// The small picture that the engine has made: nothing is decoded here.
  private static Node picture(Outcome.@Nullable StatusFile known) {
    if (known == null || known.thumbnail().isEmpty()) {
      var wait = Icons.icon(known == null ? Feather.LOADER : Feather.FILM);
      wait.getStyleClass().add("empty-icon");
      return wait;
    }
    var image = new Image(new java.io.ByteArrayInputStream(known.thumbnail().toArray()));
    var view = new ImageView(image);
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.setFitHeight(STAGE);
    view.setFitWidth(WIDTH - 48);
    return view;
  }

  private void fillPalette() {
    palette.getStyleClass().add("status-palette");
    palette.setAlignment(Pos.CENTER);
    var group = new ToggleGroup();
    for (var background : StatusBackground.values()) {
      var name = StatusText.name(background.number());
      var dot = new ToggleButton();
      dot.getStyleClass().setAll("status-dot", "status-background-" + name);
      dot.setAccessibleText("Background " + name);
      dot.setToggleGroup(group);
      dot.setSelected(background.number() == draft.background().get());
      dot.setOnAction(_ -> {
        dot.setSelected(true);
        draft.background().set(background.number());
      });
      palette.getChildren().add(dot);
    }
  }

  private Node fileRow() {
    var choose = Icons.link(Feather.IMAGE, "Photo or video …", this::chooseFile);
    var drop = Icons.link(Feather.TYPE, "Text instead", draft::dropFile);
    draft
        .file()
        .subscribe(file -> {
          drop.setVisible(file != null);
          drop.setManaged(file != null);
        });
    var words = new Label();
    words.getStyleClass().add("form-note");
    words.textProperty().bind(draft.words());
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    words.setMinHeight(Region.USE_PREF_SIZE);
    var row = new HBox(choose, drop);
    row.getStyleClass().add("status-file-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return new VBox(row, words);
  }

  private void chooseFile() {
    var chooser = new FileChooser();
    chooser.setTitle("Photo or video");
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                "Photos and videos",
                "*.jpg",
                "*.jpeg",
                "*.png",
                "*.webp",
                "*.gif",
                "*.heic",
                "*.mp4",
                "*.mov",
                "*.mkv",
                "*.webm"),
            new FileChooser.ExtensionFilter("All files", "*.*"));
    var file = chooser.showOpenDialog(getScene().getWindow());
    if (file != null) {
      draft.choose(file.toPath());
    }
  }

  private Node audience() {
    var group = new ToggleGroup();
    var all = new RadioButton("All my contacts");
    var some = new RadioButton("Only selected contacts");
    all.setToggleGroup(group);
    some.setToggleGroup(group);
    (draft.selected().get() ? some : all).setSelected(true);
    some.selectedProperty().subscribe(now -> draft.selected().set(now));
    var title = new FieldLabel("Who sees it");
    people.getStyleClass().add("status-people");
    var scroll = new ScrollPane(people);
    scroll.getStyleClass().addAll("edge-to-edge", "status-people-scroll");
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(150);
    draft
        .selected()
        .subscribe(now -> {
          scroll.setVisible(now);
          scroll.setManaged(now);
          people
              .getChildren()
              .setAll(now ? draft.contacts().stream().map(this::person).toList() : List.of());
        });
    var box = new VBox(title, all, some, scroll);
    box.getStyleClass().add("status-audience");
    return box;
  }

  private Node person(ContactView contact) {
    var box = new CheckBox(SafeText.name(contact.name()));
    SafeText.fitFont(box, contact.name());
    box.setSelected(draft.chosen().contains(contact.account()));
    box.setOnAction(_ -> choose(contact.account(), box.isSelected()));
    return box;
  }

  private void choose(AccountId account, boolean chosen) {
    if (chosen) {
      draft.chosen().add(account);
    } else {
      draft.chosen().remove(account);
    }
  }

  private Node problem() {
    var label = new Label();
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    label.getStyleClass().add("problem");
    draft
        .problem()
        .subscribe(problem -> {
          label.setText(problem == null ? "" : sentences(problem));
          label.setVisible(problem != null);
          label.setManaged(problem != null);
        });
    return label;
  }

  private static String sentences(Problem problem) {
    return (problem.sentence() + " " + problem.nextStep()).strip();
  }

  private Node actions() {
    var post = new Button("Post");
    post.getStyleClass().add("primary");
    post.disableProperty().bind(draft.ready().not());
    post.setOnAction(_ -> draft.post());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return new HBox(gap, post);
  }
}
