package org.juntos.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.juntos.ui.fx.FxToolkit;
import org.juntos.ui.theme.Theme;

/// Paints every screen in every state, light and dark, into a folder.
public final class GalleryMain {
  private static final String USAGE =
      """
      juntos gallery: paints every screen in every state, light and dark; and the contact sheet of
      texts that programs stumble over, by category (--filter naughty)

        --out DIR      where the pictures go (gallery-out)
        --filter TEXT  only screens whose name contains TEXT
        --help         this text
      """;

  private GalleryMain() {}

  /// @param arguments see `--help`
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var options = Options.of(arguments);
    if (options == null) {
      System.err.print(USAGE);
      System.exit(2);
    } else if (options.help()) {
      System.out.print(USAGE);
    } else {
      paint(options.out(), options.filter());
      System.exit(0);
    }
  }

  private static void paint(Path out, String filter) throws IOException, InterruptedException {
    FxToolkit.startAndStay();
    Files.createDirectories(out);
    var scratch = Files.createDirectories(out.resolve(".scratch"));
    var darkroom = new Darkroom(scratch);
    for (var theme : List.of(Theme.LIGHT, Theme.DARK)) {
      paint(darkroom, Screens.all(), theme, out, filter);
    }
    paint(darkroom, NaughtyShots.sheets(), Theme.LIGHT, out, filter);
    remove(scratch);
  }

  private static void paint(
      Darkroom darkroom, List<Shot> shots, Theme theme, Path out, String filter)
      throws IOException {
    for (var shot : shots) {
      var name = shot.name() + "-" + theme.key();
      if (name.contains(filter)) {
        write(darkroom.take(shot, theme), out.resolve(name + ".png"));
        System.out.println(name);
      }
    }
  }

  private static void remove(Path scratch) throws IOException {
    try (var files = Files.list(scratch)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(scratch);
  }

  private static void write(WritableImage image, Path file) throws IOException {
    ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
  }

  private record Options(Path out, String filter, boolean help) {
    /// Null when they are not understood.
    static @Nullable Options of(String[] arguments) {
      var out = Path.of("gallery-out");
      var filter = "";
      for (var at = 0; at < arguments.length; at += 2) {
        if (arguments[at].equals("--help")) {
          return new Options(out, filter, true);
        } else if (at + 1 == arguments.length) {
          return null;
        } else if (arguments[at].equals("--out")) {
          out = Path.of(arguments[at + 1]);
        } else if (arguments[at].equals("--filter")) {
          filter = arguments[at + 1];
        } else {
          return null;
        }
      }
      return new Options(out, filter, false);
    }
  }
}
