package org.juntos.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons and buttons with an icon. Every button has a name for those who do not see it.
public final class Icons {
  private Icons() {}

  /// An icon that is drawn in the colour of the text around it.
  public static FontIcon icon(Feather feather) {
    var icon = FontIcon.of(feather);
    icon.getStyleClass().add("icon");
    return icon;
  }

  /// A flat button of one icon.
  ///
  /// @param name what it does, for the tooltip and the screen reader
  public static Button button(Feather feather, String name, Runnable action) {
    var button = new Button();
    button.getStyleClass().add("icon-button");
    dress(button, feather, name);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /// A flat button of an icon and a word.
  public static Button link(Feather feather, String name, Runnable action) {
    var button = new Button(name, icon(feather));
    button.getStyleClass().add("link");
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /// An item of a menu.
  public static MenuItem item(String name, Feather feather, Runnable action) {
    var item = new MenuItem(name, icon(feather));
    item.setOnAction(_ -> action.run());
    return item;
  }

  /// Gives `button` another icon and name.
  public static void dress(Button button, Feather feather, String name) {
    button.setGraphic(icon(feather));
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
  }
}
