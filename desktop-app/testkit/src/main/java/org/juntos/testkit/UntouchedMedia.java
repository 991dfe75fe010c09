package org.juntos.testkit;

import org.juntos.media.FileNames;
import org.juntos.media.MediaDescription;
import org.juntos.media.MediaPreparation;
import org.juntos.media.Outlook;
import org.juntos.media.Prepared;
import org.juntos.media.Progress;

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
}
