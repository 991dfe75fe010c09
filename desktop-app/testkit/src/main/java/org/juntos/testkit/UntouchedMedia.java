package org.juntos.testkit;

import java.io.IOException;
import java.nio.channels.Channels;
import org.juntos.media.CropResult;
import org.juntos.media.CropSize;
import org.juntos.media.DecodeResult;
import org.juntos.media.FileNames;
import org.juntos.media.MediaDescription;
import org.juntos.media.MediaPreparation;
import org.juntos.media.MediaSource;
import org.juntos.media.Octets;
import org.juntos.media.Outlook;
import org.juntos.media.Prepared;
import org.juntos.media.Progress;
import org.juntos.media.Square;
import org.juntos.media.StickerImage;

/// Sends every file as it is.
public final class UntouchedMedia implements MediaPreparation {
  @Override
  public Outlook look(byte[] head, String fileName) {
    return new Outlook.AsItIs(
        MediaDescription.file("application/octet-stream"), FileNames.safe(fileName));
  }

  @Override
  public Prepared prepare(PrepareRequest request, Progress progress) {
    throw new IllegalStateException("nothing has to be prepared");
  }

  /// The picture itself, whatever it is.
  @Override
  public StickerImage sticker(MediaSource source) {
    try (var bytes = source.open()) {
      var whole = Channels.newInputStream(bytes).readAllBytes();
      return new StickerImage.Made(Octets.of(whole));
    } catch (IOException e) {
      return new StickerImage.Refused(
          DecodeResult.Reason.UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  /// The picture itself, whatever it is.
  @Override
  public CropResult crop(MediaSource source, Square square, CropSize size) {
    try (var bytes = source.open()) {
      var whole = Channels.newInputStream(bytes).readAllBytes();
      return whole.length == 0 || whole.length > size.mostBytes()
          ? new CropResult.Refused(DecodeResult.Reason.UNKNOWN_FORMAT, "no picture")
          : new CropResult.Cropped(Octets.of(whole));
    } catch (IOException e) {
      return new CropResult.Refused(DecodeResult.Reason.UNREADABLE, String.valueOf(e.getMessage()));
    }
  }
}
