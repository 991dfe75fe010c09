package org.juntos.engine.attachment;

import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.Intent.ChosenPicture;
import org.juntos.media.CropResult;
import org.juntos.media.CropSize;
import org.juntos.media.DecodeResult;
import org.juntos.media.MediaPreparation;
import org.juntos.media.MediaSource;
import org.juntos.wire.Bytes;

/// Makes what others will see of a picture that the person chose.
public record PictureCutting(MediaPreparation media) {
  /// What came of it.
  public sealed interface Result {
    /// @param jpeg empty for no picture; null when the one before stays
    record Made(@Nullable Bytes jpeg) implements Result {}

    /// It cannot be.
    ///
    /// @param code of the problem
    record Refused(String code) implements Result {}
  }

  /// Blocks; interrupting the thread cancels.
  public Result make(ChosenPicture chosen, CropSize size) throws InterruptedException {
    return switch (chosen) {
      case ChosenPicture.Same() -> new Result.Made(null);
      case ChosenPicture.None() -> new Result.Made(Bytes.EMPTY);
      case ChosenPicture.Cut(var file, var square) ->
          switch (media.crop(MediaSource.of(file), square, size)) {
            case CropResult.Refused(var reason, _) -> new Result.Refused(code(reason));
            case CropResult.Cropped(var jpeg) -> new Result.Made(Bytes.of(jpeg.toArray()));
          };
    };
  }

  private static String code(DecodeResult.Reason reason) {
    return switch (reason) {
      case UNREADABLE -> "file-unreadable";
      case UNKNOWN_FORMAT, DAMAGED -> "picture-invalid";
      case TOO_LARGE -> "file-too-many-pixels";
      case TIMED_OUT -> "file-timed-out";
      case WORKER_FAILED -> "file-not-prepared";
    };
  }
}
