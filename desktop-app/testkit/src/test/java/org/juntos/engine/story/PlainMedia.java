package org.juntos.engine.story;

import org.juntos.media.CropResult;
import org.juntos.media.CropSize;
import org.juntos.media.FileNames;
import org.juntos.media.MediaDescription;
import org.juntos.media.MediaPreparation;
import org.juntos.media.MediaSource;
import org.juntos.media.Outlook;
import org.juntos.media.Prepared;
import org.juntos.media.Progress;
import org.juntos.media.Square;
import org.juntos.media.StickerImage;
import org.juntos.testkit.UntouchedMedia;

/// Sends every file as it is; a name that begins with `photo` makes it an image.
final class PlainMedia implements MediaPreparation {
  @Override
  public Outlook look(byte[] head, String fileName) {
    var file = MediaDescription.file("application/octet-stream");
    var photo = fileName.startsWith("photo");
    var kind = photo ? MediaDescription.Kind.IMAGE : MediaDescription.Kind.FILE;
    var description =
        new MediaDescription(
            kind, file.mediaType(), 0, 0, 0, "", file.thumbnail(), file.waveform());
    return new Outlook.AsItIs(description, FileNames.safe(fileName));
  }

  @Override
  public Prepared prepare(PrepareRequest request, Progress progress) {
    throw new IllegalStateException("nothing has to be prepared");
  }

  @Override
  public StickerImage sticker(MediaSource source) {
    return new UntouchedMedia().sticker(source);
  }

  @Override
  public CropResult crop(MediaSource source, Square square, CropSize size) {
    return new UntouchedMedia().crop(source, square, size);
  }
}
