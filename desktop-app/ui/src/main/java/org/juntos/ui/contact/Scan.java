package org.juntos.ui.contact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.media.MediaSource;
import org.juntos.ui.fx.EngineLink;

/// Looks for a code in pictures, one after the other, until one has it.
///
/// @param intent what is done with a picture
/// @param done told what became of the last picture that was looked at
record Scan(
    EngineLink engine,
    Function<MediaSource, ? extends Intent> intent,
    Consumer<? super Outcome> done) {
  private static final String NO_CODE = "picture-without-code";

  /// @param pictures at least one; each is made when its turn comes, away from the JavaFX thread
  void look(List<Supplier<MediaSource>> pictures) {
    var rest = pictures.subList(1, pictures.size());
    engine.fetch(
        pictures.getFirst(),
        picture -> engine.submit(intent.apply(picture), outcome -> looked(outcome, rest)));
  }

  private void looked(Outcome outcome, List<Supplier<MediaSource>> rest) {
    boolean none =
        outcome instanceof Outcome.Refused(var problem) && problem.code().equals(NO_CODE);
    if (none && !rest.isEmpty()) {
      look(rest);
    } else {
      done.accept(outcome);
    }
  }

  /// A picture that is shown, as a file in memory.
  static MediaSource of(Image image) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return MediaSource.of(bytes.toByteArray(), "image/png");
  }
}
