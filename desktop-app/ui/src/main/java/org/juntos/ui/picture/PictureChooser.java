package org.juntos.ui.picture;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.Intent.ChosenPicture;
import org.juntos.engine.intent.Problem;
import org.juntos.media.DecodeResult;
import org.juntos.media.ImageDecoding;
import org.juntos.media.MediaSource;
import org.juntos.media.Square;
import org.juntos.ui.control.Decoded;
import org.juntos.ui.fx.EngineLink;

/// A picture that the person is choosing a part of.
public final class PictureChooser {
  /// Enough to choose a part of.
  private static final int EDGE = 1_024;

  private final EngineLink engine;
  private final ImageDecoding decoder;
  private final Consumer<Problem> complain;
  private final ReadOnlyObjectWrapper<@Nullable Chosen> chosen = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();

  /// @param complain told when a file is no picture
  public PictureChooser(EngineLink engine, ImageDecoding decoder, Consumer<Problem> complain) {
    this.engine = engine;
    this.decoder = decoder;
    this.complain = complain;
  }

  /// A picture of which a part is to be chosen.
  public record Chosen(Path file, Image image) {}

  /// The picture of which a part is being chosen; null when none is.
  public ReadOnlyObjectProperty<@Nullable Chosen> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /// Whether a picture is being read.
  public ReadOnlyBooleanProperty reading() {
    return reading.getReadOnlyProperty();
  }

  /// Reads a picture, so that a part can be chosen.
  public void choose(Path file) {
    reading.set(true);
    engine.fetch(
        () -> decoded(file),
        result -> {
          reading.set(false);
          if (result instanceof DecodeResult.Pixels pixels) {
            chosen.set(new Chosen(file, Decoded.image(pixels)));
          } else {
            complain.accept(
                Problem.local(
                    "picture-invalid",
                    "This is not a picture that can be shown here.",
                    "Choose a JPEG, PNG, WebP, GIF or BMP file."));
          }
        });
  }

  /// Chooses nothing.
  public void giveUp() {
    chosen.set(null);
  }

  /// Chooses this part. What was chosen; null when there is no picture.
  public ChosenPicture.@Nullable Cut take(Square part) {
    var now = chosen.get();
    chosen.set(null);
    return now == null ? null : new ChosenPicture.Cut(now.file(), part);
  }

  private DecodeResult decoded(Path file) {
    try {
      return decoder.decode(MediaSource.of(file), EDGE);
    } catch (InterruptedException _) { // the window closes
      Thread.currentThread().interrupt();
      return new DecodeResult.Refused(DecodeResult.Reason.UNREADABLE, "interrupted");
    }
  }
}
