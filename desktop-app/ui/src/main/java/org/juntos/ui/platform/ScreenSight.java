package org.juntos.ui.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;

/// Looks at the screens, where the system lets programs do so.
final class ScreenSight {
  private ScreenSight() {}

  /// Wayland shows programs nothing of others.
  static boolean isAllowed(Map<String, String> environment) {
    return environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()
        && !environment.getOrDefault("XDG_SESSION_TYPE", "").equals("wayland");
  }

  /// A picture of each screen that shows something.
  static List<Image> all() {
    var pictures = new ArrayList<Image>();
    for (var screen : Screen.getScreens()) {
      var picture = new Robot().getScreenCapture(null, screen.getBounds());
      if (picture != null && !isBlank(picture)) {
        pictures.add(picture);
      }
    }
    return pictures;
  }

  /// What may not be seen comes as one colour.
  static boolean isBlank(Image picture) {
    var pixels = picture.getPixelReader();
    var first = pixels.getArgb(0, 0);
    for (var y = 0; y < picture.getHeight(); y++) {
      for (var x = 0; x < picture.getWidth(); x++) {
        if (pixels.getArgb(x, y) != first) {
          return false;
        }
      }
    }
    return true;
  }
}
