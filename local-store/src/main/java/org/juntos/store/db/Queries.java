package org.juntos.store.db;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// The statements of one transaction. Refuses to work after its end or on another thread.
public final class Queries {
  /// Stands for a time that has not come.
  public static final long NEVER = -1;

  private final Database database;
  private final Thread owner;
  private boolean ended;
  private @Nullable StoreException broken;

  Queries(Database database, Thread owner) {
    this.database = database;
    this.owner = owner;
  }

  /// Runs a statement that answers nothing; returns the number of rows it changed.
  public int update(String sql, Object... values) {
    try {
      return prepare(sql, values).executeUpdate();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /// All rows of the answer.
  public <T> List<T> list(String sql, RowMapper<T> mapper, Object... values) {
    try (var results = prepare(sql, values).executeQuery()) {
      var row = new Row(results);
      var list = new ArrayList<T>();
      while (row.next()) {
        list.add(mapper.map(row));
      }
      return list;
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /// The first row of the answer; null when there is none.
  public <T> @Nullable T one(String sql, RowMapper<T> mapper, Object... values) {
    var list = list(sql, mapper, values);
    return list.isEmpty() ? null : list.getFirst();
  }

  /// The number that is the answer; `otherwise` when there is none.
  public long number(long otherwise, String sql, Object... values) {
    var number = one(sql, Row::number, values);
    return number == null ? otherwise : number;
  }

  /// Whether there is any row.
  public boolean exists(String sql, Object... values) {
    return one(sql, Row::number, values) != null;
  }

  /// The transaction is over.
  public void end() {
    ended = true;
  }

  /// Whether the transaction can go on. After some errors (disk full, for one) SQLite undoes it by
  /// itself; what came then would each be a transaction of its own.
  public boolean usable() {
    return !ended && broken == null;
  }

  private StoreException failed(String sql, SQLException cause) {
    database.forget(sql);
    var failure = database.failed(cause);
    if (failure.undoesTransaction()) {
      broken = failure;
    }
    return failure;
  }

  private PreparedStatement prepare(String sql, Object... values) throws SQLException {
    if (ended) {
      throw new IllegalStateException("the transaction is over");
    }
    if (!Thread.currentThread().equals(owner)) {
      throw new IllegalStateException("a transaction belongs to the thread that runs it");
    }
    if (broken != null) {
      throw broken;
    }
    var statement = database.prepared(sql);
    for (var index = 0; index < values.length; index++) {
      bind(statement, index + 1, values[index]);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, int index, Object value)
      throws SQLException {
    switch (value) {
      case Long number -> statement.setLong(index, number);
      case Integer number -> statement.setInt(index, number);
      case Boolean flag -> statement.setInt(index, flag ? 1 : 0);
      case String text -> statement.setString(index, text);
      case Enum<?> constant -> statement.setString(index, constant.name());
      case byte[] blob -> statement.setBytes(index, blob);
      case Instant time -> statement.setLong(index, millis(time));
      default -> statement.setBytes(index, bytes(value).toArray());
    }
  }

  private static Bytes bytes(Object value) {
    return switch (value) {
      case Bytes bytes -> bytes;
      case UUID id -> AccountId.bytes(id);
      case AccountId account -> account.bytes();
      case ConversationId conversation -> AccountId.bytes(conversation.value());
      case MessageId message -> AccountId.bytes(message.value());
      default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
    };
  }

  /// Times come from peers too: one that is out of range must not stop anything.
  private static long millis(Instant time) {
    try {
      return time.toEpochMilli();
    } catch (ArithmeticException _) {
      return time.isAfter(Instant.EPOCH) ? Long.MAX_VALUE : Long.MIN_VALUE;
    }
  }
}
