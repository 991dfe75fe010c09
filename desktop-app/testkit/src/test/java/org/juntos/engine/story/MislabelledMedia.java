package org.juntos.engine.story;

import org.juntos.media.CropResult;
import org.juntos.media.CropSize;
import org.juntos.media.MediaDescription;
import org.juntos.media.MediaPreparation;
import org.juntos.media.MediaSource;
import org.juntos.media.Outlook;
import org.juntos.media.Prepared;
import org.juntos.media.Progress;
import org.juntos.media.Square;
import org.juntos.media.StickerImage;
import org.juntos.testkit.UntouchedMedia;

/// Calls files what the test wants: a modified program sends names that are none on any disk.
final class MislabelledMedia implements MediaPreparation {
  private final UntouchedMedia media = new UntouchedMedia();
  private String name = "file";

  /// What the next ones are called.
  void call(String next) {
    name = next;
  }

  @Override
  public Outlook look(byte[] head, String fileName) {
    return new Outlook.AsItIs(MediaDescription.file("application/octet-stream"), name);
  }

  @Override
  public Prepared prepare(PrepareRequest request, Progress progress) {
    return media.prepare(request, progress);
  }

  @Override
  public StickerImage sticker(MediaSource source) {
    return media.sticker(source);
  }

  @Override
  public CropResult crop(MediaSource source, Square square, CropSize size) {
    return media.crop(source, square, size);
  }
}
