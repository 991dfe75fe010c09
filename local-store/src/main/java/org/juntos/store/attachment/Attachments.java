package org.juntos.store.attachment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;

/// Transfers of attachments. Rows are made with their entry by `History.append`: outgoing ones as
/// WAITING (their file exists already), incoming ones as OFFERED. An outgoing file that is not fit
/// to be sent is PREPARING until another one takes its place.
public interface Attachments {
  @Nullable StoredAttachment find(MessageId message, int index);

  /// Whether the file goes from here to the relay, and not the other way.
  boolean isUpload(MessageId message, int index);

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

  /// Files that this account has sent and of which the relay has something, whole or begun.
  List<Sent> sent();

  /// @param blob the relay's name
  /// @param whole whether all of it is there
  /// @param at when its message was written
  record Sent(String blob, boolean whole, Instant at) {}

  /// The file of an outgoing attachment is an original that has to be prepared: PREPARING.
  void prepare(MessageId message, int index, Preparation how);

  /// How the file has to be prepared, whatever state it is in; null when it is fit to be sent.
  @Nullable Preparation preparation(MessageId message, int index);

  /// PREPARING ones, oldest first.
  List<Unprepared> unprepared();

  /// Shows the media type, kind and preview of the result before it is there; the file stays the
  /// original.
  void describe(MessageId message, int index, Attachment described);

  /// The original is replaced by what is sent, which is fit now: WAITING.
  ///
  /// @param file name of the new ciphertext file; the caller deletes the old one after the commit
  void prepared(MessageId message, int index, String file, Attachment attachment);

  /// An outgoing attachment does not go along any more; those behind it move up. Its file is
  /// deleted after the commit.
  void leaveOut(MessageId message, int index);

  /// @param originalQuality metadata is removed, but every pixel and sample stays
  /// @param voice recorded as a voice message
  record Preparation(boolean originalQuality, boolean voice) {}

  /// A file that has to be prepared.
  record Unprepared(ConversationId conversation, MessageId message, StoredAttachment attachment) {}
}
