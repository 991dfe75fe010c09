package org.juntos.store.history;

import org.juntos.content.ConversationId;
import org.juntos.store.db.Queries;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Where accounts had counted to under an identity key that is not theirs now.
final class Parking {
  private final Queries queries;

  Parking(Queries queries) {
    this.queries = queries;
  }

  /// Puts away what is counted now.
  void park(ConversationId conversation, AccountId author, Bytes key) {
    forgetParked(conversation, author, key);
    queries.update(
        """
        INSERT INTO parked_arrived (identity_key, conversation, author, device, highest)
        SELECT ?, conversation, author, device, highest FROM sequence_arrived
        WHERE conversation = ? AND author = ?
        """,
        key,
        conversation,
        author);
    queries.update(
        """
        INSERT INTO parked_missing
          (identity_key, conversation, author, device, first, last, next_row, next_sequence)
        SELECT ?, conversation, author, device, first, last, next_row, next_sequence
        FROM sequence_missing
        WHERE conversation = ? AND author = ?
        """,
        key,
        conversation,
        author);
    queries.update(
        "DELETE FROM sequence_arrived WHERE conversation = ? AND author = ?", conversation, author);
    queries.update(
        "DELETE FROM sequence_missing WHERE conversation = ? AND author = ?", conversation, author);
  }

  /// Takes out what was put away, if anything was. To be called when nothing is counted.
  void fetch(ConversationId conversation, AccountId author, Bytes key) {
    queries.update(
        """
        INSERT INTO sequence_arrived (conversation, author, device, highest)
        SELECT conversation, author, device, highest FROM parked_arrived
        WHERE conversation = ? AND author = ? AND identity_key = ?
        """,
        conversation,
        author,
        key);
    queries.update(
        """
        INSERT INTO sequence_missing
          (conversation, author, device, first, last, next_row, next_sequence)
        SELECT conversation, author, device, first, last, next_row, next_sequence
        FROM parked_missing
        WHERE conversation = ? AND author = ? AND identity_key = ?
        """,
        conversation,
        author,
        key);
    forgetParked(conversation, author, key);
  }

  private void forgetParked(ConversationId conversation, AccountId author, Bytes key) {
    queries.update(
        """
        DELETE FROM parked_arrived WHERE conversation = ? AND author = ? AND identity_key = ?
        """,
        conversation,
        author,
        key);
    queries.update(
        """
        DELETE FROM parked_missing WHERE conversation = ? AND author = ? AND identity_key = ?
        """,
        conversation,
        author,
        key);
  }
}
