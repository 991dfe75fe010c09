package org.juntos.ui.shell;

import java.io.UncheckedIOException;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.ui.emoji.SkinTone;
import org.juntos.ui.emoji.ToneChoice;
import org.juntos.ui.platform.UiSettings;
import org.juntos.ui.theme.Looks;
import org.juntos.ui.theme.Theme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Dresses whatever scene the window is put into, and remembers the choice.
final class Wardrobe {
  private static final Logger LOG = LoggerFactory.getLogger(Wardrobe.class);

  private static final String TONE = "emoji.tone";

  private final UiSettings settings;
  private final Subscription watch;
  private @Nullable Looks looks;

  Wardrobe(Parent root, UiSettings settings) {
    this.settings = settings;
    watch = root.sceneProperty().subscribe(this::dress);
  }

  Theme theme() {
    return Theme.ofKey(settings.theme(Theme.SYSTEM.key()));
  }

  void wear(Theme chosen) {
    if (looks != null) {
      looks.wear(chosen);
    }
    try {
      settings.theme(new UiSettings.ThemeName(chosen.key()));
    } catch (UncheckedIOException e) { // it is worn all the same, only not remembered
      LOG.warn("cannot keep the theme", e);
    }
  }

  /// In which tone of skin people are offered among the emoji.
  ToneChoice tones() {
    return new ToneChoice(
        SkinTone.named(settings.value(TONE, "")),
        tone -> {
          try {
            settings.keep(TONE, tone.name());
          } catch (UncheckedIOException e) { // it holds all the same, only not remembered
            LOG.warn("cannot keep the tone of emoji", e);
          }
        });
  }

  void close() {
    watch.unsubscribe();
    undress();
  }

  private void dress(@Nullable Scene scene) {
    undress();
    if (scene != null) {
      looks = new Looks(scene);
      looks.wear(theme());
    }
  }

  private void undress() {
    if (looks != null) {
      looks.close();
      looks = null;
    }
  }
}
