package org.juntos.ui.contact;

import java.io.File;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.AddressView;
import org.juntos.engine.intent.ImportView;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.ProblemText;
import org.juntos.ui.control.Wrapped;
import org.juntos.ui.platform.Device;
import org.kordamp.ikonli.feather.Feather;

/// The card with the person's address book: imported from a file that is chosen or dropped here.
public final class AddressBookView extends VBox {
  private static final double LIST_HEIGHT = 320;
  private static final int MOST_REFUSED = 5;

  private final AddressBookViewModel model;

  /// Fills itself from `model`.
  public AddressBookView(AddressBookViewModel model, Device device) {
    this.model = model;
    getStyleClass().add("dialog-body");
    var read = new Button("Import a vCard file …", Icons.icon(Feather.UPLOAD));
    read.disableProperty().bind(model.busy());
    read.setOnAction(_ -> choose(device));
    getChildren()
        .addAll(
            Wrapped.note(
                "Names, numbers and e-mail addresses stay on your own devices. Choose the file, or"
                    + " drop it here."),
            read,
            new MatchRow(model),
            result(),
            new ProblemText(model.problem()),
            filter(),
            list());
    takeDrops();
  }

  private void choose(Device device) {
    var file = device.chooseFile(getScene().getWindow(), Device.FileKind.CARDS);
    if (file != null) {
      model.read(List.of(file));
    }
  }

  private void takeDrops() {
    setOnDragOver(event -> {
      if (event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY);
      }
      event.consume();
    });
    setOnDragDropped(event -> {
      model.read(event.getDragboard().getFiles().stream().map(File::toPath).toList());
      event.setDropCompleted(true);
      event.consume();
    });
  }

  private Node result() {
    var box = new VBox();
    box.getStyleClass().add("section-body");
    model
        .imported()
        .subscribe(view -> {
          box.setVisible(view != null);
          box.setManaged(view != null);
          box.getChildren().setAll(view == null ? List.of() : said(view));
        });
    return box;
  }

  private static List<Node> said(ImportView view) {
    var done = Wrapped.of(summary(view), "import-done");
    if (view.refused().isEmpty()) {
      return List.of(done);
    }
    var lines = new StringBuilder("Not imported:");
    view.refused().stream()
        .limit(MOST_REFUSED)
        .forEach(bad -> lines.append("\n").append(line(bad)));
    int more = view.refused().size() - MOST_REFUSED;
    lines.append(more > 0 ? "\nand " + more + " more" : "");
    return List.of(done, Wrapped.of(lines.toString(), "problem"));
  }

  private static String summary(ImportView view) {
    var text = view.added() == 1 ? "1 person is new" : view.added() + " people are new";
    text += view.changed() == 0 ? "" : ", " + view.changed() + " changed";
    return text + (view.known() == 0 ? "." : ", " + view.known() + " were here already.");
  }

  private static String line(ImportView.Bad bad) {
    var name = bad.name().isEmpty() ? "" : " (" + bad.name() + ")";
    return "Card " + bad.card() + name + ": " + bad.why();
  }

  private Node filter() {
    var field = new TextField();
    field.setPromptText("Find by name or number");
    field.setAccessibleText("Find in the address book");
    field.textProperty().bindBidirectional(model.filter());
    return field;
  }

  private Node list() {
    var list = new ListView<AddressView>(model.shown());
    list.getStyleClass().add("address-list");
    list.setPrefHeight(LIST_HEIGHT);
    list.setMinHeight(LIST_HEIGHT);
    list.setAccessibleText("Address book");
    list.setCellFactory(_ -> new AddressCell(model::remove, model::add));
    var empty = new Label();
    empty.getStyleClass().add("form-note");
    empty
        .textProperty()
        .bind(
            Bindings.when(model.loaded())
                .then(
                    Bindings.when(model.filter().isEmpty())
                        .then("Nobody is here yet.")
                        .otherwise("Nobody of that name or number."))
                .otherwise("…"));
    list.setPlaceholder(empty);
    return list;
  }

  /// For those who put words to an entry.
  static String note(AddressView entry) {
    return entry.contact()
        ? "Contact"
        : entry.account() != null ? "Found on Juntos" : "Not known on Juntos yet";
  }

  /// The first way to reach somebody.
  static String reach(AddressView entry) {
    @Nullable String first =
        !entry.phones().isEmpty()
            ? entry.phones().getFirst()
            : entry.emails().isEmpty() ? null : entry.emails().getFirst();
    return first == null ? "" : first;
  }
}
