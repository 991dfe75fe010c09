package org.juntos.cli;

import org.juntos.content.Attachment;
import org.juntos.content.MessageId;
import org.juntos.engine.model.AttachmentView;
import org.juntos.wire.Bytes;

/// What somebody has said aloud.
final class Spoken {
  private Spoken() {}

  /// @param durationMillis as they say
  static AttachmentView attachment(MessageId message, long durationMillis) {
    return new AttachmentView(
        message,
        0,
        Attachment.Kind.VOICE,
        "Voice message.ogg",
        false,
        "audio/ogg",
        3,
        new Attachment.Preview(0, 0, durationMillis, "", Bytes.EMPTY, Bytes.EMPTY),
        AttachmentView.State.HERE,
        0,
        64);
  }
}
