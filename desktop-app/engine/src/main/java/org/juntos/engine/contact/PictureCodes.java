package org.juntos.engine.contact;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.problem.Problems;
import org.juntos.media.CodeReading;
import org.juntos.media.CodeResult;
import org.juntos.media.DecodeResult.Reason;
import org.juntos.media.MediaSource;
import org.juntos.media.QrMatrix;

/// QR codes in pictures that the person gives, and as pictures that they take away.
public record PictureCodes(CodeReading reading) {
  private static final int SQUARE_PIXELS = 8;

  /// Goes on with what the code in `picture` says.
  Outcome read(MediaSource picture, Function<String, Outcome> then) throws InterruptedException {
    return switch (reading.read(picture)) {
      case CodeResult.Text(var text) -> then.apply(text);
      case CodeResult.None() -> Problems.refused("picture-without-code");
      case CodeResult.Refused(var reason, var _) -> Problems.refused(code(reason));
    };
  }

  private static String code(Reason reason) {
    return switch (reason) {
      case UNREADABLE -> "file-unreadable";
      case UNKNOWN_FORMAT, DAMAGED -> "picture-unreadable";
      case TOO_LARGE -> "file-too-many-pixels";
      case TIMED_OUT, WORKER_FAILED -> "picture-not-read";
    };
  }

  /// Writes a code, never over another file.
  public Outcome save(String text, Path target) {
    var matrix = QrMatrix.of(text);
    if (matrix == null) {
      return Problems.refused("code-too-long");
    }
    try {
      Files.write(target, matrix.png(SQUARE_PIXELS), StandardOpenOption.CREATE_NEW);
      return new Outcome.Saved(target);
    } catch (FileAlreadyExistsException _) {
      return Problems.refused("target-exists");
    } catch (IOException _) {
      return Problems.refused("target-unwritable");
    }
  }
}
