package org.juntos.ui.compose;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javax.imageio.ImageIO;
import org.juntos.ui.platform.Device;

/// Makes an attachment of a picture or of files that are pasted; text goes its usual way.
final class ImagePaste {
  private static final KeyCombination PASTE =
      new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

  private final ComposeViewModel model;
  private final Device device;

  ImagePaste(ComposeViewModel model, Device device) {
    this.model = model;
    this.device = device;
  }

  void pressed(KeyEvent event) {
    if (PASTE.match(event) && paste(Clipboard.getSystemClipboard())) {
      event.consume();
    }
  }

  private boolean paste(Clipboard clipboard) {
    if (clipboard.hasFiles()) {
      model.attach(clipboard.getFiles().stream().map(File::toPath).toList());
      return true;
    }
    var image = clipboard.hasImage() && !clipboard.hasString() ? clipboard.getImage() : null;
    if (image != null) {
      write(image);
    }
    return image != null;
  }

  private void write(Image image) {
    try {
      var folder = Files.createDirectories(device.folder().resolve("pasted"));
      var file = Files.createTempFile(folder, "picture-", ".png");
      ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
      model.attachTemporary(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
