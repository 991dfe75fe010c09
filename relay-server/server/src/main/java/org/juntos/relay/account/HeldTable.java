package org.juntos.relay.account;

import java.util.List;
import org.juntos.wire.Bytes;

/// What stands in one table about one account.
///
/// @param rows each with a cell for each column
public record HeldTable(String name, List<String> columns, List<List<Cell>> rows) {
  public HeldTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /// One value.
  public sealed interface Cell {
    record Numeric(long value) implements Cell {}

    record Text(String value) implements Cell {}

    record Binary(Bytes value) implements Cell {}
  }
}
