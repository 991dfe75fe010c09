package org.juntos.media;

import java.nio.file.Path;

/// Makes a file fit to be sent: measures it, removes what it says about its author, makes it
/// smaller and adds a preview.
public interface MediaPreparation {
  /// How much of a file [#look] wants to see.
  int HEAD_BYTES = 512;

  /// Says from its first bytes what has to be done with a file. Quick; decodes nothing.
  ///
  /// @param head at least the first [#HEAD_BYTES], or all there are
  /// @param fileName as the person has it; with or without a path
  Outlook look(byte[] head, String fileName);

  /// Does what [#look] found [to be prepared][Outlook.ToPrepare]. Blocks until done; call it on a
  /// virtual thread. Interrupting the thread cancels the work, ends its child process and removes
  /// what was written to `request.work()`.
  Prepared prepare(PrepareRequest request, Progress progress) throws InterruptedException;

  /// Cuts a square out of a picture and makes it `size`, as a JPEG without metadata. Blocks;
  /// interrupting the thread cancels.
  CropResult crop(MediaSource source, Square square, CropSize size) throws InterruptedException;

  /// Makes a small picture of one, for a sticker. Blocks; interrupting the thread cancels.
  default StickerImage sticker(MediaSource source) throws InterruptedException {
    return new StickerImage.Refused(DecodeResult.Reason.WORKER_FAILED, "no stickers are made here");
  }

  /// @param source what the person chose; opened several times, never changed
  /// @param fileName as the person has it
  /// @param originalQuality remove metadata but keep every pixel and sample
  /// @param voice recorded here as a voice message
  /// @param work a private folder in which the cleaned copy is written
  record PrepareRequest(
      MediaSource source, String fileName, boolean originalQuality, boolean voice, Path work) {}
}
