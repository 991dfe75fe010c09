package org.juntos.relay.store;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Arrays;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// The copies of one message to many as they lie in the database. Id and begin of the copies lie
/// together in rows, the end that all have in common once; which mailbox each copy belongs to is
/// said in rows of their own at first ([Unfiled]), later in the mailbox. Whatever deletes the last
/// copy deletes all of it.
final class Copies {
  /// Copies whose begins are in one row, which so fits a page.
  static final int IN_ROW = 48;

  /// Where a copy's begin lies: `payload * 2^13 + number of the copy`.
  private static final int NUMBER_BITS = 13;

  private static final int MOST = 1 << NUMBER_BITS;

  /// Where a row of begins lies: `payload * 2^8 + number of the row`.
  private static final int ROW_BITS = 8;

  private final Statements statements;
  private final Unfiled unfiled;
  private final Bytes shared;
  private final long nowMs;
  private ByteBuffer heads = ByteBuffer.allocate(0);
  private long payload;
  private int count;

  Copies(Statements statements, Unfiled unfiled, Bytes shared, long nowMs) {
    this.statements = statements;
    this.unfiled = unfiled;
    this.shared = shared;
    this.nowMs = nowMs;
  }

  /// The message that a copy belongs to.
  static long payload(long head) {
    return head >> NUMBER_BITS;
  }

  /// The row that the begin of a copy is in.
  static long row(long head) {
    return payload(head) << ROW_BITS | number(head) / IN_ROW;
  }

  /// Which one it is in its row.
  static int inRow(long head) {
    return number(head) % IN_ROW;
  }

  /// Where the begin of a copy lies.
  static long head(long row, int inRow) {
    long number = (row & (1 << ROW_BITS) - 1) * IN_ROW + inRow;
    return row >> ROW_BITS << NUMBER_BITS | number;
  }

  private static int number(long head) {
    return (int) head & MOST - 1;
  }

  /// Adds the copy of one device. All have a begin of the same length: see [FanOut].
  ///
  /// @throws IllegalStateException past 8,192 copies, more than a group has devices
  void add(Envelope copy, long place) throws SQLException {
    if (count == MOST) {
      throw new IllegalStateException("too many copies of one message");
    }
    var id = AccountId.bytes(copy.id());
    int headBytes = id.size() + copy.ciphertext().size();
    if (count == 0) {
      payload = insertShared(headBytes);
      heads = ByteBuffer.allocate(IN_ROW * headBytes);
    }
    heads.put(id.buffer()).put(copy.ciphertext().buffer());
    int bytes = copy.ciphertext().size() + shared.size();
    unfiled.add(place, payload << NUMBER_BITS | count, bytes, nowMs, statements);
    if (++count % IN_ROW == 0) {
      insertHeads();
    }
  }

  /// All have been added.
  void end() throws SQLException {
    if (count % IN_ROW != 0) {
      insertHeads();
    }
    if (count > 0) {
      insertCount();
      unfiled.fileRest(count, statements);
    }
  }

  private long insertShared(int headBytes) throws SQLException {
    var insert =
        statements.of(
            """
            INSERT INTO shared_payload (accepted_ms, head_bytes, payload) VALUES (?, ?, ?)
            RETURNING id
            """);
    insert.setLong(1, nowMs);
    insert.setInt(2, headBytes);
    insert.setBytes(3, shared.toArray());
    try (var row = insert.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private void insertHeads() throws SQLException {
    var insert = statements.of("INSERT INTO shared_heads (id, heads) VALUES (?, ?)");
    insert.setLong(1, payload << ROW_BITS | (count - 1) / IN_ROW);
    insert.setBytes(2, Arrays.copyOf(heads.array(), heads.position()));
    insert.executeUpdate();
    heads.clear();
  }

  private void insertCount() throws SQLException {
    var insert = statements.of("INSERT INTO shared_waiting (payload, copies) VALUES (?, ?)");
    insert.setLong(1, payload);
    insert.setInt(2, count);
    insert.executeUpdate();
  }
}
