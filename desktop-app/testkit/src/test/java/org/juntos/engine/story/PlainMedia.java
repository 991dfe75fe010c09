package org.juntos.engine.story;

import java.nio.file.Files;
import org.juntos.media.FileNames;
import org.juntos.media.MediaDescription;
import org.juntos.media.MediaPreparation;
import org.juntos.media.Prepared;
import org.juntos.media.Progress;

/// Sends every file as it is; a name that begins with `photo` makes it an image.
final class PlainMedia implements MediaPreparation {
  @Override
  public Prepared prepare(PrepareRequest request, Progress progress) {
    var name = String.valueOf(request.source().getFileName());
    if (!Files.isReadable(request.source()) || Files.isDirectory(request.source())) {
      return new Prepared.Refused(Prepared.Reason.UNREADABLE, "not there");
    }
    var file = MediaDescription.file("application/octet-stream");
    var kind = name.startsWith("photo") ? MediaDescription.Kind.IMAGE : MediaDescription.Kind.FILE;
    var description =
        new MediaDescription(
            kind, file.mediaType(), 0, 0, 0, "", file.thumbnail(), file.waveform());
    return new Prepared.Ready(request.source(), false, description, FileNames.safe(name));
  }
}
