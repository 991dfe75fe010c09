package org.juntos.engine.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import org.juntos.content.Attachment;
import org.juntos.crypto.attachment.AttachmentCipher;
import org.juntos.engine.problem.Problems;
import org.juntos.store.attachment.AttachmentFiles;
import org.juntos.wire.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a voice message that was recorded here. It is what the encoder has made, without a name, a
/// place or a time in it, so there is nothing to prepare: from the database it goes straight into a
/// file of ciphertext.
public final class TakenVoice {
  private static final Logger LOG = LoggerFactory.getLogger(TakenVoice.class);
  private static final String MEDIA_TYPE = "audio/ogg";
  private static final String NAME = "Voice message.ogg";

  private final AttachmentFiles files;
  private final AttachmentCipher cipher;

  public TakenVoice(AttachmentFiles files, AttachmentCipher cipher) {
    this.files = files;
    this.cipher = cipher;
  }

  /// @param ogg closed by the caller
  /// @param bytes how long that is
  /// @param bars see [Attachment.Preview]
  public FileResult take(InputStream ogg, long bytes, Duration length, Bytes bars)
      throws InterruptedException {
    try {
      if (!files.hasRoom(AttachmentCipher.ciphertextBytes(bytes))) {
        return new FileResult.Refused(Problems.of("disk-full"));
      }
      var name = files.newName();
      var encrypted = cipher.encrypt(ogg, files.path(name), _ -> {});
      var preview = new Attachment.Preview(0, 0, length.toMillis(), "", Bytes.EMPTY, bars);
      var attachment =
          Descriptions.attachment(encrypted, NAME, MEDIA_TYPE, Attachment.Kind.VOICE, preview);
      return new FileResult.Taken(List.of(new TakenFile(name, attachment, null)));
    } catch (InterruptedIOException e) {
      throw Preparer.interrupted(e);
    } catch (IOException e) {
      LOG.warn("a recording could not be taken: {}", e.getClass().getName());
      return new FileResult.Refused(Problems.of("file-not-prepared"));
    }
  }
}
