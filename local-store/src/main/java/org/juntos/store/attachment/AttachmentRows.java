package org.juntos.store.attachment;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.juntos.content.Attachment;
import org.juntos.content.MessageId;
import org.juntos.store.attachment.StoredAttachment.Transfer;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;

/// Reads and makes the rows of attachments for the timeline that they belong to.
public final class AttachmentRows {
  private static final String INSERT =
      """
      INSERT INTO attachment
        (place, position, message, outgoing, transfer, file, transferred, upload, blob_id, key,
         digest, plaintext_bytes, ciphertext_bytes, file_name, media_type, kind, width, height,
         duration_ms, blurhash, thumbnail, waveform)
      VALUES (?, ?, ?, ?, ?, ?, 0, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Queries queries;

  /// Rows that live in `queries`' transaction.
  public AttachmentRows(Queries queries) {
    this.queries = queries;
  }

  /// Adds one to the entry at `place`.
  ///
  /// @param file name of its ciphertext file
  public void insert(
      long place, MessageId message, int index, boolean outgoing, Attachment content, String file) {
    var preview = content.preview();
    queries.update(
        INSERT,
        place,
        index,
        message,
        outgoing,
        outgoing ? Transfer.WAITING : Transfer.OFFERED,
        file,
        content.blobId(),
        content.key(),
        content.digest(),
        content.plaintextBytes(),
        content.ciphertextBytes(),
        content.fileName(),
        content.mediaType(),
        content.kind(),
        preview.width(),
        preview.height(),
        preview.durationMillis(),
        preview.blurhash(),
        preview.thumbnail(),
        preview.waveform());
  }

  /// Puts another file in the place of the one that was there; nothing of it has been uploaded.
  void replace(long id, String file, Attachment content) {
    queries.update(
        """
        UPDATE attachment
        SET transfer = 'WAITING', transferred = 0, upload = '', file = ?, blob_id = ?, key = ?,
          digest = ?, plaintext_bytes = ?, ciphertext_bytes = ?, file_name = ?
        WHERE id = ?
        """,
        file,
        content.blobId(),
        content.key(),
        content.digest(),
        content.plaintextBytes(),
        content.ciphertextBytes(),
        content.fileName(),
        id);
  }

  void describe(long id, Attachment content) {
    var preview = content.preview();
    queries.update(
        """
        UPDATE attachment
        SET media_type = ?, kind = ?, width = ?, height = ?, duration_ms = ?, blurhash = ?,
          thumbnail = ?, waveform = ?
        WHERE id = ?
        """,
        content.mediaType(),
        content.kind(),
        preview.width(),
        preview.height(),
        preview.durationMillis(),
        preview.blurhash(),
        preview.thumbnail(),
        preview.waveform(),
        id);
  }

  /// Those of the entries from `first` to `last`, by place.
  public Map<Long, List<StoredAttachment>> between(long first, long last) {
    return byPlace(
        queries.list(
            """
            SELECT place, position, transfer, file, transferred, blob_id, key, digest,
              plaintext_bytes, ciphertext_bytes, file_name, media_type, kind, width, height,
              duration_ms, blurhash, thumbnail, waveform
            FROM attachment
            WHERE place BETWEEN ? AND ?
            ORDER BY place, position
            """,
            AttachmentRows::placed,
            first,
            last));
  }

  /// Those of the newest entry of every conversation, by place.
  public Map<Long, List<StoredAttachment>> ofNewest() {
    return byPlace(
        queries.list(
            """
            SELECT place, position, transfer, file, transferred, blob_id, key, digest,
              plaintext_bytes, ciphertext_bytes, file_name, media_type, kind, width, height,
              duration_ms, blurhash, thumbnail, waveform
            FROM conversation
            CROSS JOIN attachment ON place = (conversation.id << 40) + last_row
            ORDER BY place, position
            """,
            AttachmentRows::placed));
  }

  static StoredAttachment attachment(Row row) throws SQLException {
    var index = row.integer();
    var transfer = row.constant(Transfer.class);
    var file = row.text();
    var transferred = row.number();
    return new StoredAttachment(index, content(row), transfer, file, transferred);
  }

  private static Attachment content(Row row) throws SQLException {
    return new Attachment(
        row.text(),
        row.bytes(),
        row.bytes(),
        row.number(),
        row.number(),
        row.text(),
        row.text(),
        row.constant(Attachment.Kind.class),
        preview(row));
  }

  private static Attachment.Preview preview(Row row) throws SQLException {
    return new Attachment.Preview(
        row.integer(), row.integer(), row.number(), row.text(), row.bytes(), row.bytes());
  }

  private static Placed placed(Row row) throws SQLException {
    return new Placed(row.number(), attachment(row));
  }

  private static Map<Long, List<StoredAttachment>> byPlace(List<Placed> rows) {
    var map = new HashMap<Long, List<StoredAttachment>>();
    for (var row : rows) {
      map.computeIfAbsent(row.place(), _ -> new ArrayList<>()).add(row.attachment());
    }
    return map;
  }

  private record Placed(long place, StoredAttachment attachment) {}
}
