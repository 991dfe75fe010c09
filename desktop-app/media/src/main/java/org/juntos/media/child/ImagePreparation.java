package org.juntos.media.child;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.juntos.media.DecodeResult;
import org.juntos.media.FileNames;
import org.juntos.media.MediaDescription;
import org.juntos.media.MediaDescription.Kind;
import org.juntos.media.MediaPreparation.PrepareRequest;
import org.juntos.media.Octets;
import org.juntos.media.Prepared;
import org.juntos.media.Prepared.Reason;
import org.juntos.media.image.CleanResult;
import org.juntos.media.image.ImageFormat;
import org.juntos.media.image.ImageWorker;

/// Makes images fit to be sent.
final class ImagePreparation {
  private final ImageWorker worker;

  ImagePreparation(ImageWorker worker) {
    this.worker = worker;
  }

  Prepared prepare(PrepareRequest request) throws InterruptedException {
    return switch (worker.clean(request.source(), request.originalQuality())) {
      case CleanResult.Cleaned cleaned -> written(request, cleaned);
      case CleanResult.Refused(var reason, var detail) ->
          new Prepared.Refused(reason(reason), detail);
    };
  }

  private static Prepared written(PrepareRequest request, CleanResult.Cleaned cleaned) {
    var extension = cleaned.format().extension();
    try {
      var file = Files.createTempFile(request.work(), "cleaned-", "." + extension);
      try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
        while (cleaned.bytes().hasRemaining()) {
          out.write(cleaned.bytes());
        }
      } catch (IOException e) {
        Files.deleteIfExists(file);
        throw e;
      }
      return new Prepared.Ready(file, description(cleaned), name(request, cleaned.format()));
    } catch (IOException e) {
      return new Prepared.Refused(Reason.FAILED, "cannot write: " + e.getMessage());
    }
  }

  private static MediaDescription description(CleanResult.Cleaned cleaned) {
    return new MediaDescription(
        cleaned.format().isDecoded() ? Kind.IMAGE : Kind.FILE, // nobody here could show it
        cleaned.format().mediaType(),
        cleaned.width(),
        cleaned.height(),
        0,
        cleaned.preview().blurhash(),
        cleaned.preview().thumbnail(),
        Octets.EMPTY);
  }

  /// The name says what the file is now; a TIFF may be one of many raw formats, and stays what it
  /// is.
  private static String name(PrepareRequest request, ImageFormat format) {
    var name = FileNames.safe(request.fileName());
    return format == ImageFormat.TIFF ? name : FileNames.withExtension(name, format.extension());
  }

  private static Reason reason(DecodeResult.Reason reason) {
    return switch (reason) {
      case UNREADABLE -> Reason.UNREADABLE;
      case UNKNOWN_FORMAT, DAMAGED -> Reason.DAMAGED;
      case TOO_LARGE -> Reason.TOO_MANY_PIXELS;
      case TIMED_OUT -> Reason.TIMED_OUT;
      case WORKER_FAILED -> Reason.FAILED;
    };
  }
}
