package org.juntos.engine.outbox;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.content.Content;
import org.juntos.content.ContentCodec;
import org.juntos.content.MalformedContentException;
import org.juntos.store.Transaction;
import org.juntos.store.attachment.StoredAttachment;
import org.juntos.store.outbox.Outbox;

/// What a job says, at the moment at which it is sealed.
public final class JobContent {
  private JobContent() {}

  /// Null when a version has written it that is newer than this one.
  public static @Nullable Content of(Transaction txn, Outbox.NewJob job) {
    try {
      var content = ContentCodec.decodeContent(job.content());
      return content instanceof Content.Message message && !message.attachments().isEmpty()
          ? withUploads(txn, job, message)
          : content;
    } catch (MalformedContentException _) {
      return null;
    }
  }

  /// Only now is it known where the attachments are.
  private static Content withUploads(Transaction txn, Outbox.NewJob job, Content.Message message) {
    var uploaded = new ArrayList<Attachment>();
    for (int index = 0; index < message.attachments().size(); index++) {
      StoredAttachment stored = txn.attachments().find(job.message(), index);
      uploaded.add(stored == null ? message.attachments().get(index) : stored.attachment());
    }
    return message.with(uploaded);
  }
}
