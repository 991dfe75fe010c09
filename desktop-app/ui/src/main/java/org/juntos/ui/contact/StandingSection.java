package org.juntos.ui.contact;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Wrapped;
import org.juntos.wire.ReportReason;
import org.kordamp.ikonli.feather.Feather;

/// How one stands to a person: their request, a block, a report.
final class StandingSection extends VBox {
  private static final Map<ReportReason, String> REASONS =
      Map.of(ReportReason.SPAM, "Spam", ReportReason.ABUSE, "Abuse", ReportReason.OTHER, "Other");

  private final ContactViewModel model;
  private boolean asking;
  private boolean removing;
  private boolean reporting;
  private ReportReason reason = ReportReason.SPAM;
  private @Nullable ContactView contact;

  StandingSection(ContactViewModel model) {
    this.model = model;
    getStyleClass().add("contact-section");
  }

  void show(ContactView person) {
    contact = person;
    getChildren().clear();
    if (person.standing() == Standing.ASKING || person.standing() == Standing.REFUSED) {
      var accept = button("Accept as contact", model::accept);
      accept.getStyleClass().add("primary");
      getChildren().add(accept);
    }
    if (person.standing() == Standing.ASKING) {
      getChildren().add(button("Decline", model::refuse));
    }
    if (person.standing() == Standing.BLOCKED) {
      getChildren().add(button("Unblock", model::unblock));
    }
    if (person.standing() == Standing.REMOVED) {
      var again = button("Ask to be contacts again", model::accept);
      again.getStyleClass().add("primary");
      getChildren().add(again);
    }
    if (removing) {
      getChildren().add(removal(person));
    } else if (asking) {
      getChildren().add(question(person));
    } else {
      if (person.standing() == Standing.ACCEPTED || person.standing() == Standing.REQUESTED) {
        getChildren().add(remove());
      }
      var blocked = person.standing() == Standing.BLOCKED;
      var open = button(blocked ? "Report …" : "Block or report …", () -> ask(true, blocked));
      open.setGraphic(Icons.icon(blocked ? Feather.FLAG : Feather.SLASH));
      open.getStyleClass().add("dangerous");
      getChildren().add(open);
    }
  }

  private Button remove() {
    var remove = button("Remove contact …", () -> askRemoval(true));
    remove.setGraphic(Icons.icon(Feather.USER_MINUS));
    return remove;
  }

  private Node removal(ContactView person) {
    var words =
        Wrapped.of(
            "Remove "
                + SafeText.name(person.name())
                + "? They see nothing new of your profile, and what they write does not reach you"
                + " before they have asked again. They are not told. Your conversation stays.",
            "notice-text");
    var yes =
        button(
            "Remove",
            () -> {
              removing = false;
              model.remove();
            });
    yes.getStyleClass().add("dangerous");
    var row = new HBox(button("Cancel", () -> askRemoval(false)), yes);
    row.getStyleClass().add("link-row");
    var box = new VBox(words, row);
    box.getStyleClass().add("identity-notice");
    return box;
  }

  private Node question(ContactView person) {
    var blocked = person.standing() == Standing.BLOCKED;
    var name = SafeText.name(person.name());
    var box = new VBox();
    box.getStyleClass().add("identity-notice");
    box.getChildren()
        .add(
            Wrapped.of(
                blocked
                    ? "Report " + name + "?"
                    : "Block "
                        + name
                        + "? Nothing they write reaches you, and they see nothing new of your"
                        + " profile. They are not told.",
                "notice-text"));
    if (!blocked) {
      var report = new CheckBox("Report them to the relay, too");
      report.setSelected(reporting);
      report.setOnAction(_ -> ask(true, report.isSelected()));
      box.getChildren().add(report);
    }
    if (reporting) {
      box.getChildren().addAll(reasons(), words(person));
    }
    box.getChildren().add(answers(blocked));
    return box;
  }

  private Node reasons() {
    var group = new ToggleGroup();
    var row = new HBox();
    row.getStyleClass().add("segments");
    for (var each : List.of(ReportReason.SPAM, ReportReason.ABUSE, ReportReason.OTHER)) {
      var button = new ToggleButton(REASONS.get(each));
      button.setToggleGroup(group);
      button.setSelected(each == reason);
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      button.setOnAction(_ -> {
        button.setSelected(true);
        reason = each;
      });
      row.getChildren().add(button);
    }
    return row;
  }

  /// What is sent, and what is not.
  private static Node words(ContactView person) {
    return Wrapped.note(
        "Sent to whoever runs "
            + SafeText.name(person.relay())
            + ": their account id, the reason and the day. No message, no name. The relay counts"
            + " reports; it sees that this one comes from you, and does not write that down.");
  }

  private Node answers(boolean blocked) {
    var yes =
        button(
            blocked ? "Report" : reporting ? "Block and report" : "Block",
            () -> {
              asking = false;
              if (reporting) {
                model.report(reason);
              } else {
                model.block();
              }
              ask(false, false);
            });
    yes.getStyleClass().add("dangerous");
    var row = new HBox(button("Cancel", () -> ask(false, false)), yes);
    row.getStyleClass().add("link-row");
    return row;
  }

  private void ask(boolean asked, boolean report) {
    asking = asked;
    reporting = report;
    if (contact != null) {
      show(contact);
    }
  }

  private void askRemoval(boolean asked) {
    removing = asked;
    if (contact != null) {
      show(contact);
    }
  }

  private static Button button(String name, Runnable action) {
    var button = new Button(name);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
