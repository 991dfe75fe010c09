package org.juntos.ui.attachment;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.Models;
import org.juntos.media.MediaSource;

/// The bytes of an attachment that is here, decrypted while they are read.
record ContentSource(Models models, AttachmentView attachment) implements MediaSource {
  @Override
  public SeekableByteChannel open() throws IOException {
    return models.content(attachment.message(), attachment.index());
  }

  @Override
  public String mediaType() {
    return attachment.mediaType();
  }
}
