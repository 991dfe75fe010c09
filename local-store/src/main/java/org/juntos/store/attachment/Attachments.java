package org.juntos.store.attachment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.MessageId;

/// Transfers of attachments. Rows are made with their entry by `History.append`: outgoing ones as
/// WAITING (their file exists already), incoming ones as OFFERED.
public interface Attachments {
  @Nullable StoredAttachment find(MessageId message, int index);

  void setTransfer(MessageId message, int index, StoredAttachment.Transfer transfer);

  /// Progress is kept so that a restart resumes; call it seldom (each second, each MiB).
  void setTransferred(MessageId message, int index, long bytes);

  /// An outgoing attachment is wholly at the relay under `blobId`: DONE.
  void uploaded(MessageId message, int index, String blobId);

  /// The relay's name of an upload that has begun, to resume it; empty when none.
  String upload(MessageId message, int index);

  void setUpload(MessageId message, int index, String blobId);

  /// WAITING or RUNNING transfers of a direction, oldest first.
  List<Pending> pending(boolean outgoing);

  record Pending(MessageId message, StoredAttachment attachment) {}
}
