package org.juntos.ui.card;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.juntos.engine.model.CardView.OptionView;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.SafeText;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// An option of a poll: what it says, how many have chosen it and who, and whether the person has.
final class PollOption extends ToggleButton {
  private static final int NAMES = 3;
  private static final double INDENT = 24;

  private final boolean multiple;
  private final FontIcon mark = Icons.icon(Feather.CIRCLE);
  private final Label count = new Label();
  private final Label names = new Label();
  private final Share share = new Share();
  private final Tooltip everybody = new Tooltip();

  PollOption(RichText texts, OptionView option, boolean multiple) {
    this.multiple = multiple;
    getStyleClass().setAll("poll-option");
    setAccessibleRole(multiple ? AccessibleRole.CHECK_BOX : AccessibleRole.RADIO_BUTTON);
    setMaxWidth(Double.MAX_VALUE);
    setMnemonicParsing(false);
    mark.getStyleClass().add("poll-mark");
    var line = texts.paragraph(option.text(), "poll-words");
    line.setTextAlignment(TextAlignment.LEFT);
    line.setMinWidth(0);
    HBox.setHgrow(line, Priority.ALWAYS);
    count.getStyleClass().add("poll-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    var top = new HBox(mark, line, count);
    top.getStyleClass().add("poll-line");
    top.setAlignment(Pos.CENTER_LEFT);
    names.getStyleClass().add("poll-names");
    names.setMinWidth(0);
    var face = new VBox(top, share, names);
    face.getStyleClass().add("poll-face");
    VBox.setMargin(share, new Insets(0, 0, 0, INDENT));
    VBox.setMargin(names, new Insets(0, 0, 0, INDENT));
    setGraphic(face);
  }

  /// @param voters of the poll
  /// @param open whether it takes votes
  void show(OptionView now, int voters, boolean open) {
    setSelected(now.chosen());
    setDisable(!open);
    mark.setIconCode(icon(now.chosen()));
    count.setText(Integer.toString(now.votes()));
    share.show(voters == 0 ? 0 : (double) now.votes() / voters);
    var who = who(now.names());
    names.setText(who);
    names.setVisible(!who.isEmpty());
    names.setManaged(!who.isEmpty());
    everybody.setText(all(now.names()));
    setTooltip(now.names().size() > NAMES ? everybody : null);
    setAccessibleText(said(now, voters, open));
  }

  private Feather icon(boolean chosen) {
    if (multiple) {
      return chosen ? Feather.CHECK_SQUARE : Feather.SQUARE;
    }
    return chosen ? Feather.CHECK_CIRCLE : Feather.CIRCLE;
  }

  /// "Ana, Ben, Carla and 4 more".
  static String who(List<String> names) {
    var shown = all(names.subList(0, Math.min(NAMES, names.size())));
    return names.size() <= NAMES ? shown : shown + " and " + (names.size() - NAMES) + " more";
  }

  private static String all(List<String> names) {
    return names.stream().map(SafeText::name).collect(Collectors.joining(", "));
  }

  private static String said(OptionView now, int voters, boolean open) {
    var names = now.names().isEmpty() ? "" : ": " + all(now.names());
    var own = now.chosen() ? ". Your choice" : "";
    var deed = !open ? "" : now.chosen() ? "; press to take it back" : "; press to choose it";
    return SafeText.name(now.text())
        + ", "
        + now.votes()
        + " of "
        + voters
        + (voters == 1 ? " vote" : " votes")
        + names
        + own
        + deed;
  }

  /// A bar that is as long as a share of its room.
  private static final class Share extends Region {
    private final Region bar = new Region();
    private double part;

    Share() {
      getStyleClass().add("poll-track");
      bar.getStyleClass().add("poll-bar");
      getChildren().add(bar);
    }

    void show(double now) {
      part = now;
      requestLayout();
    }

    @Override
    protected void layoutChildren() {
      bar.setVisible(part > 0);
      bar.resizeRelocate(0, 0, snapSizeX(getWidth() * part), getHeight());
    }
  }
}
