package org.juntos.ui.status;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.StatusView;
import org.juntos.engine.model.StatusesView;
import org.juntos.ui.control.Faces;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.Scrolling;
import org.juntos.wire.AccountId;
import org.kordamp.ikonli.feather.Feather;

/// The left pane with statuses in place of conversations: one's own, then those of contacts with
/// something new, then the others, then muted ones.
public final class StatusesPane extends VBox implements AutoCloseable {
  private final StatusesViewModel model;
  private final Doors doors;
  private final RichText texts;
  private final Faces faces;
  private final AccountId self;
  private final String ownName;
  private final VBox rows = new VBox();
  private final CheckBox receipts = new CheckBox("Tell others that I saw theirs");
  private final Subscription watch;

  /// What reaches out of the pane.
  ///
  /// @param back leads back to the conversations
  /// @param post opens the card for a new one
  /// @param view opens those of an account
  public record Doors(Runnable back, Runnable post, Viewing view) {}

  /// Who looks.
  public record Self(AccountId account, String name) {}

  /// Opens the statuses of somebody.
  @FunctionalInterface
  public interface Viewing {
    void open(AccountId author);
  }

  public StatusesPane(
      StatusesViewModel model, Doors doors, RichText texts, Faces faces, Self self) {
    this.model = model;
    this.doors = doors;
    this.texts = texts;
    this.faces = faces;
    this.self = self.account();
    this.ownName = self.name();
    getStyleClass().addAll("list-pane", "statuses-pane");
    rows.getStyleClass().add("status-rows");
    var scroll = Scrolling.upright(rows);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(header(), scroll, foot());
    watch = model.view().subscribe(this::show);
  }

  @Override
  public void close() {
    watch.unsubscribe();
  }

  /// Puts the focus on the first row.
  public void focusFirst() {
    rows.lookupAll(".status-row").stream().findFirst().ifPresent(Node::requestFocus);
  }

  private Node header() {
    var title = new Label("Statuses");
    title.getStyleClass().add("pane-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    var header =
        new HBox(
            Icons.button(Feather.ARROW_LEFT, "Back to conversations (Esc)", doors.back()),
            title,
            Icons.button(Feather.PLUS, "Post a status", doors.post()));
    header.getStyleClass().addAll("list-header", "statuses-header");
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private Node foot() {
    receipts.setWrapText(true);
    receipts.setOnAction(_ -> model.setReceipts(receipts.isSelected()));
    var note = new Label("Who does not tell, does not see who saw their own.");
    note.getStyleClass().add("form-note");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    var foot = new VBox(receipts, note);
    foot.getStyleClass().add("statuses-foot");
    return foot;
  }

  private void show(@Nullable StatusesView view) {
    rows.getChildren().clear();
    if (view == null) {
      rows.getChildren().add(note("Loading …"));
      return;
    }
    receipts.setSelected(view.receipts());
    rows.getChildren().add(own(view.mine()));
    if (view.nextFree() != null) {
      rows.getChildren().add(full(view));
    }
    add("New", view.others().stream().filter(one -> !one.muted() && one.unseen() > 0).toList());
    add("Seen", view.others().stream().filter(one -> !one.muted() && one.unseen() == 0).toList());
    add("Muted", view.others().stream().filter(StatusesView.Author::muted).toList());
    if (view.others().isEmpty()) {
      rows.getChildren().add(empty());
    }
  }

  private Node own(List<StatusView> mine) {
    if (mine.isEmpty()) {
      return new StatusRow(
          texts,
          faces,
          new StatusRow.Shown(self, ownName, "My status", "Post a text, photo or video", mine),
          Feather.PLUS,
          doors.post());
    }
    var last = mine.getLast();
    var state = StatusWords.state(model.times(), last);
    var seen = last.seenBy() == 0 ? "" : " · seen by " + last.seenBy();
    var many = mine.size() == 1 ? "" : mine.size() + " · ";
    return new StatusRow(
        texts,
        faces,
        new StatusRow.Shown(self, ownName, "My status", many + state + seen, mine),
        null,
        () -> doors.view().open(self));
  }

  private Node full(StatusesView view) {
    var free = view.nextFree();
    var text =
        new Label(
            "All 100 of 24 hours are used. The next can be posted at "
                + (free == null ? "" : model.times().full(free))
                + ".");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    text.getStyleClass().add("status-limit");
    return text;
  }

  private void add(String title, List<StatusesView.Author> authors) {
    if (authors.isEmpty()) {
      return;
    }
    var heading = new Label(title);
    heading.getStyleClass().add("status-heading");
    heading.setAccessibleRole(AccessibleRole.TEXT);
    rows.getChildren().add(heading);
    for (var author : authors) {
      var count =
          author.unseen() > 0 ? StatusWords.count(author.unseen(), "new", "new") + " · " : "";
      var words =
          count
              + StatusWords.ago(model.times(), author.latest())
              + " · "
              + StatusWords.excerpt(author.statuses().getLast());
      rows.getChildren()
          .add(
              new StatusRow(
                  texts,
                  faces,
                  new StatusRow.Shown(
                      author.account(), author.name(), author.name(), words, author.statuses()),
                  null,
                  () -> doors.view().open(author.account())));
    }
  }

  private static Node note(String text) {
    var label = new Label(text);
    label.getStyleClass().add("empty-text");
    var box = new VBox(label);
    box.getStyleClass().add("empty");
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private Node empty() {
    var icon = Icons.icon(Feather.APERTURE);
    icon.getStyleClass().add("empty-icon");
    var title = new Label("No statuses yet");
    title.getStyleClass().add("empty-title");
    var text = new Label("What you and your contacts post shows here for 24 hours.");
    text.getStyleClass().add("empty-text");
    text.setWrapText(true);
    var post = new Button("Post a status");
    post.getStyleClass().add("primary");
    post.setOnAction(_ -> doors.post().run());
    var box = new VBox(icon, title, text, post);
    box.getStyleClass().add("empty");
    box.setAlignment(Pos.CENTER);
    return box;
  }
}
