package org.juntos.testkit;

import java.nio.file.Files;
import org.juntos.media.FileNames;
import org.juntos.media.MediaDescription;
import org.juntos.media.MediaPreparation;
import org.juntos.media.Prepared;
import org.juntos.media.Progress;

/// Sends every file as it is.
public final class UntouchedMedia implements MediaPreparation {
  @Override
  public Prepared prepare(PrepareRequest request, Progress progress) {
    var source = request.source();
    if (!Files.isReadable(source) || Files.isDirectory(source)) {
      return new Prepared.Refused(Prepared.Reason.UNREADABLE, "not there");
    }
    return new Prepared.Ready(
        source,
        false,
        MediaDescription.file("application/octet-stream"),
        FileNames.safe(String.valueOf(source.getFileName())));
  }
}
