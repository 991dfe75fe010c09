package org.juntos.ui.card;

import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
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
/// A button in all but its class, which would not be as high as a long option needs.
final class PollOption extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
  private static final int NAMES = 3;
  private static final double INDENT = 24;

  private final boolean multiple;
  private final Runnable press;
  private final FontIcon mark = Icons.icon(Feather.CIRCLE);
  private final Label count = new Label();
  private final Label names = new Label();
  private final Share share = new Share();
  private final Tooltip everybody = new Tooltip();
  private boolean chosen;
  private boolean open;

  /// @param press what happens when it is pressed
  PollOption(RichText texts, String text, boolean multiple, Runnable press) {
    this.multiple = multiple;
    this.press = press;
    getStyleClass().add("poll-option");
    setAccessibleRole(multiple ? AccessibleRole.CHECK_BOX : AccessibleRole.RADIO_BUTTON);
    setFocusTraversable(true);
    mark.getStyleClass().add("poll-mark");
    var words = texts.paragraph(text, "poll-words");
    words.setTextAlignment(TextAlignment.LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    count.getStyleClass().add("poll-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    var top = new HBox(mark, words, count);
    top.getStyleClass().add("poll-line");
    top.setAlignment(Pos.TOP_LEFT);
    names.getStyleClass().add("poll-names");
    names.setMinWidth(0);
    VBox.setMargin(share, new Insets(0, 0, 0, INDENT));
    VBox.setMargin(names, new Insets(0, 0, 0, INDENT));
    getChildren().addAll(top, share, names);
    setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY) {
        press();
        event.consume();
      }
    });
    setOnKeyPressed(this::pressed);
  }

  /// @param voters of the poll
  /// @param takes whether it takes votes
  void show(OptionView now, int voters, boolean takes) {
    chosen = now.chosen();
    open = takes;
    pseudoClassStateChanged(CHOSEN, chosen);
    pseudoClassStateChanged(OPEN, open);
    notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    mark.setIconCode(icon());
    count.setText(Integer.toString(now.votes()));
    share.show(voters == 0 ? 0 : (double) now.votes() / voters);
    var who = who(now.names());
    names.setText(who);
    SafeText.fitFont(names, who);
    names.setVisible(!who.isEmpty());
    names.setManaged(!who.isEmpty());
    everybody.setText(all(now.names()));
    Tooltip.uninstall(this, everybody);
    if (now.names().size() > NAMES) {
      Tooltip.install(this, everybody);
    }
    setAccessibleText(said(now, voters, open));
  }

  private Feather icon() {
    if (multiple) {
      return chosen ? Feather.CHECK_SQUARE : Feather.SQUARE;
    }
    return chosen ? Feather.CHECK_CIRCLE : Feather.CIRCLE;
  }

  /// Whether it can be pressed.
  boolean isOpen() {
    return open;
  }

  private void press() {
    if (open) {
      requestFocus();
      press.run();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
      press();
      event.consume();
    }
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.SELECTED
        ? (Object) chosen
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      press();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
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
