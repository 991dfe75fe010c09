package org.juntos.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.util.Subscription;

/// Dresses one scene in a theme. Nothing is set for the whole program, so windows may differ.
public final class Looks {
  private static final String TOKENS = "tokens.css";
  private static final String DARK = "juntos-dark";
  private static final List<String> FONTS =
      List.of("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf");

  private final Scene scene;
  private Theme theme = Theme.SYSTEM;
  private Subscription system = Subscription.EMPTY;

  /// Loads the fonts and the style sheets into `scene`. JavaFX thread only.
  public Looks(Scene scene) {
    this.scene = scene;
    FONTS.forEach(Looks::loadFont);
    scene.getStylesheets().add(resource(TOKENS).toString());
  }

  /// Wears `chosen` from now on.
  public void wear(Theme chosen) {
    theme = chosen;
    system.unsubscribe();
    system =
        chosen == Theme.SYSTEM
            ? Platform.getPreferences().colorSchemeProperty().subscribe(_ -> dress())
            : Subscription.EMPTY;
    dress();
  }

  /// What is worn.
  public Theme theme() {
    return theme;
  }

  /// Stops following the system.
  public void close() {
    system.unsubscribe();
  }

  private void dress() {
    var dark = isDark();
    var base = dark ? new PrimerDark() : new PrimerLight();
    scene.setUserAgentStylesheet(base.getUserAgentStylesheet());
    var classes = scene.getRoot().getStyleClass();
    classes.remove(DARK);
    if (dark) {
      classes.add(DARK);
    }
  }

  private boolean isDark() {
    return switch (theme) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  private static void loadFont(String name) {
    try (var stream = resource(name).openStream()) {
      Font.loadFont(stream, 14);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL resource(String name) {
    var found = Looks.class.getResource(name);
    if (found == null) {
      throw new IllegalStateException(name + " is not on the class path");
    }
    return found;
  }
}
