package org.juntos.engine.connection;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.session.RelayWord;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.proto.Held;

/// All that a relay holds on an account, as it has signed it.
///
/// @param at relay clock
public record HeldAnswer(AccountId account, Instant at, List<Table> tables) {
  public HeldAnswer {
    tables = List.copyOf(tables);
  }

  /// What stands in one table of the relay.
  ///
  /// @param rows values by column: [Long], [String] or [Bytes]
  public record Table(String name, List<Map<String, Object>> rows) {
    public Table {
      rows = List.copyOf(rows);
    }
  }

  /// The rows of a table; none when there is no such table.
  public List<Map<String, Object>> rows(String table) {
    return tables.stream()
        .filter(one -> one.name().equals(table))
        .flatMap(one -> one.rows().stream())
        .toList();
  }

  /// What `signed` says; null when the relay of `trustRoot` did not sign it, or it is no such
  /// answer.
  public static @Nullable HeldAnswer verified(SignedWord signed, Bytes trustRoot) {
    if (!RelayWord.HELD.isSigned(trustRoot, signed.message(), signed.signature())) {
      return null;
    }
    try {
      var held = Held.parseFrom(signed.message().toArray());
      var account = AccountId.of(WireValues.bytes(held.getAccountId()));
      var tables = new ArrayList<Table>();
      for (var table : held.getTablesList()) {
        tables.add(table(table));
      }
      return new HeldAnswer(account, Instant.ofEpochMilli(held.getAtMs()), tables);
    } catch (InvalidProtocolBufferException | IllegalArgumentException _) {
      return null;
    }
  }

  private static Table table(Held.Table table) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var row : table.getRowsList()) {
      if (row.getCellsCount() != table.getColumnsCount()) {
        throw new IllegalArgumentException("a row of another length");
      }
      var values = new LinkedHashMap<String, Object>();
      for (int i = 0; i < row.getCellsCount(); i++) {
        values.put(table.getColumns(i), value(row.getCells(i)));
      }
      rows.add(values);
    }
    return new Table(table.getName(), rows);
  }

  private static Object value(Held.Cell cell) {
    return switch (cell.getValueCase()) {
      case NUMBER -> cell.getNumber();
      case BYTES -> WireValues.bytes(cell.getBytes());
      case TEXT, VALUE_NOT_SET -> cell.getText();
    };
  }
}
