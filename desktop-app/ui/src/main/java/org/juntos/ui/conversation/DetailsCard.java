package org.juntos.ui.conversation;

import java.time.Instant;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.DetailsView;
import org.juntos.engine.model.DeviceProgress;
import org.juntos.engine.model.MemberProgress;
import org.juntos.engine.model.VersionView;
import org.juntos.ui.control.FieldLabel;
import org.juntos.ui.control.PlainButton;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Sizes;
import org.juntos.ui.control.Times;

/// All that is known of a message: times, people, files, what it has said before.
final class DetailsCard extends VBox {
  private static final int LENGTH = 300;

  private final Times times;
  private final GridPane grid = new GridPane();
  private int row;

  DetailsCard(DetailsView details, BubbleParts parts) {
    times = parts.times();
    getStyleClass().addAll("dialog-body", "details");
    grid.getStyleClass().add("details-grid");
    getChildren().add(grid);
    when(details);
    people(details);
    details.entry().attachments().forEach(this::file);
    if (details.versions().size() > 1) {
      heading("Versions");
      details.versions().reversed().forEach(this::version);
    }
    var close = new HBox(new PlainButton("Close", parts.cards()::hide));
    close.setAlignment(Pos.CENTER_RIGHT);
    getChildren().add(close);
  }

  private void when(DetailsView details) {
    var entry = details.entry();
    var progress = entry.progress();
    line("Sent", times.exact(entry.sentAt()));
    if (entry.outgoing()) {
      line("At the relay", moment(progress.acceptedAt(), "not yet"));
    } else {
      line("Came here", times.exact(details.storedAt()));
    }
    line("From", device(details));
    var handled = entry.marks().handled();
    if (handled.forwarded()) {
      line("Forwarded", "passed on by who sent it");
    }
    if (handled.silent()) {
      line("Sound", "sent without one");
    }
  }

  private static String device(DetailsView details) {
    var name = details.deviceName();
    var number = "device " + details.device();
    return name.isEmpty() ? number : SafeText.name(name) + " (" + number + ")";
  }

  private void people(DetailsView details) {
    if (!details.members().isEmpty()) {
      heading(details.members().size() == 1 ? "Received" : "Received by");
      details.members().forEach(this::person);
    }
  }

  private void person(MemberProgress one) {
    line(SafeText.name(one.name()), moments(one.deliveredAt(), one.seenAt()));
    one.devices().forEach(this::device);
  }

  /// Names of devices are known to their own account only.
  private void device(DeviceProgress one) {
    var label = line("on device " + one.device(), moments(one.deliveredAt(), one.seenAt()));
    label.getStyleClass().add("details-device");
  }

  private String moments(@Nullable Instant delivered, @Nullable Instant seen) {
    return delivered == null && seen == null
        ? "not delivered yet"
        : "delivered "
            + moment(delivered, "at an unknown time")
            + (seen == null ? "" : "\nseen " + times.exact(seen));
  }

  private void file(AttachmentView file) {
    line(SafeText.name(file.fileName()), Sizes.bytes(file.bytes()) + ", " + file.mediaType());
  }

  private void version(VersionView version) {
    line(times.exact(version.at()), SafeText.line(version.ranges().veiled(version.body()), LENGTH));
  }

  private String moment(@Nullable Instant at, String otherwise) {
    return at == null ? otherwise : times.exact(at);
  }

  private void heading(String text) {
    var label = new FieldLabel(text);
    label.getStyleClass().add("details-heading");
    grid.add(label, 0, row++, 2, 1);
  }

  private Label line(String name, String value) {
    var what = new Label(name);
    what.getStyleClass().add("details-name");
    what.setWrapText(true);
    SafeText.fitFont(what, name);
    var said = new Label(value);
    said.setWrapText(true);
    said.setMinHeight(Region.USE_PREF_SIZE);
    SafeText.fitFont(said, value);
    GridPane.setValignment(what, VPos.TOP);
    GridPane.setValignment(said, VPos.TOP);
    grid.addRow(row++, what, said);
    return what;
  }
}
