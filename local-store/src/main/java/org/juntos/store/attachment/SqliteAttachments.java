package org.juntos.store.attachment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.store.attachment.StoredAttachment.Transfer;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.store.outbox.Lanes;

/// Transfers in the attachment table. Should a stranger repeat the id of a message, the attachment
/// that was here first is meant.
public final class SqliteAttachments implements Attachments {
  private final Queries queries;
  private final AttachmentRows rows;
  private final Lanes lanes;
  private final Journal journal;

  /// Attachments that live in `queries`' transaction.
  public SqliteAttachments(Queries queries, Lanes lanes, Journal journal) {
    this.queries = queries;
    rows = new AttachmentRows(queries);
    this.lanes = lanes;
    this.journal = journal;
  }

  @Override
  public @Nullable StoredAttachment find(MessageId message, int index) {
    return queries.one(
        """
        SELECT position, transfer, file, transferred, blob_id, key, digest, plaintext_bytes,
          ciphertext_bytes, file_name, media_type, kind, width, height, duration_ms, blurhash,
          thumbnail, waveform
        FROM attachment
        WHERE message = ? AND position = ?
        ORDER BY id
        LIMIT 1
        """,
        AttachmentRows::attachment,
        message,
        index);
  }

  @Override
  public boolean isUpload(MessageId message, int index) {
    return queries.exists(
        "SELECT 1 FROM attachment WHERE id = ? AND outgoing = 1", id(message, index));
  }

  @Override
  public void setTransfer(MessageId message, int index, Transfer transfer) {
    queries.update("UPDATE attachment SET transfer = ? WHERE id = ?", transfer, id(message, index));
    moved(message, index);
  }

  @Override
  public void setTransferred(MessageId message, int index, long bytes) {
    queries.update("UPDATE attachment SET transferred = ? WHERE id = ?", bytes, id(message, index));
    moved(message, index);
  }

  @Override
  public List<Sent> sent() {
    return queries.list(
        """
        SELECT CASE a.blob_id WHEN '' THEN a.upload ELSE a.blob_id END, a.blob_id <> '',
          e.sent_at_ms
        FROM attachment a JOIN entry e ON e.place = a.place
        WHERE e.outgoing = 1 AND (a.blob_id <> '' OR a.upload <> '')
        """,
        row -> new Sent(row.text(), row.flag(), row.time()));
  }

  @Override
  public void uploaded(MessageId message, int index, String blobId) {
    queries.update(
        """
        UPDATE attachment SET transfer = 'DONE', blob_id = ?, transferred = ciphertext_bytes
        WHERE id = ?
        """,
        blobId,
        id(message, index));
    moved(message, index);
  }

  @Override
  public String upload(MessageId message, int index) {
    var upload =
        queries.one("SELECT upload FROM attachment WHERE id = ?", Row::text, id(message, index));
    return upload == null ? "" : upload;
  }

  @Override
  public void setUpload(MessageId message, int index, String blobId) {
    queries.update("UPDATE attachment SET upload = ? WHERE id = ?", blobId, id(message, index));
  }

  @Override
  public List<Pending> pending(boolean outgoing) {
    return queries.list(
        """
        SELECT message, position, transfer, file, transferred, blob_id, key, digest,
          plaintext_bytes, ciphertext_bytes, file_name, media_type, kind, width, height,
          duration_ms, blurhash, thumbnail, waveform
        FROM attachment INDEXED BY attachment_pending
        WHERE outgoing = ? AND transfer IN ('WAITING', 'RUNNING')
        ORDER BY id
        """,
        row -> new Pending(new MessageId(row.id()), AttachmentRows.attachment(row)),
        outgoing);
  }

  @Override
  public void prepare(MessageId message, int index, Preparation how) {
    queries.update(
        "INSERT INTO preparation (attachment, original_quality, voice) VALUES (?, ?, ?)",
        id(message, index),
        how.originalQuality(),
        how.voice());
    setTransfer(message, index, Transfer.PREPARING);
  }

  @Override
  public @Nullable Preparation preparation(MessageId message, int index) {
    return queries.one(
        "SELECT original_quality, voice FROM preparation WHERE attachment = ?",
        row -> new Preparation(row.flag(), row.flag()),
        id(message, index));
  }

  @Override
  public List<Unprepared> unprepared() {
    return queries.list(
        """
        SELECT uuid, message, position, transfer, file, transferred, blob_id, key, digest,
          plaintext_bytes, ciphertext_bytes, file_name, media_type, kind, width, height,
          duration_ms, blurhash, thumbnail, waveform
        FROM attachment INDEXED BY attachment_preparing
          CROSS JOIN conversation ON conversation.id = place >> 40
        WHERE transfer = 'PREPARING'
        ORDER BY attachment.id
        """,
        row ->
            new Unprepared(
                new ConversationId(row.id()),
                new MessageId(row.id()),
                AttachmentRows.attachment(row)));
  }

  @Override
  public void describe(MessageId message, int index, Attachment described) {
    rows.describe(id(message, index), described);
    moved(message, index);
  }

  @Override
  public void prepared(MessageId message, int index, String file, Attachment attachment) {
    var id = id(message, index);
    rows.replace(id, file, attachment);
    rows.describe(id, attachment);
    queries.update("DELETE FROM preparation WHERE attachment = ?", id);
    moved(message, index);
  }

  @Override
  public void leaveOut(MessageId message, int index) {
    journal.erased(
        queries.list(
            "DELETE FROM attachment WHERE id = ? AND outgoing = 1 RETURNING file",
            Row::text,
            id(message, index)));
    for (var next : behind(message, index)) {
      queries.update("UPDATE attachment SET position = position - 1 WHERE id = ?", next);
    }
    lanes.uploadsChanged(message);
  }

  private List<Long> behind(MessageId message, int index) {
    return queries.list(
        """
        SELECT id FROM attachment WHERE message = ? AND position > ? AND outgoing = 1
        ORDER BY position
        """,
        Row::number,
        message,
        index);
  }

  /// 0 when there is none, for instance because its message was deleted while the file was moved.
  private long id(MessageId message, int index) {
    return queries.number(
        0,
        "SELECT id FROM attachment WHERE message = ? AND position = ? ORDER BY id LIMIT 1",
        message,
        index);
  }

  private void moved(MessageId message, int index) {
    lanes.uploadsChanged(message);
    var conversation =
        queries.one(
            """
            SELECT uuid FROM attachment JOIN conversation ON conversation.id = place >> 40
            WHERE attachment.id = ?
            """,
            Row::id,
            id(message, index));
    if (conversation != null) {
      journal.transfer(new ConversationId(conversation), message, index);
    }
  }
}
