package org.juntos.engine.intent;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// All that the relay says it holds on this account, signed by it, and compared with what this
/// device expects.
///
/// @param at relay clock
/// @param differences a sentence for each thing that is not as expected
public record HeldView(Instant at, List<Kind> kinds, List<String> differences) {
  public HeldView {
    kinds = List.copyOf(kinds);
    differences = List.copyOf(differences);
  }

  /// One kind of thing.
  ///
  /// @param name as the relay calls it
  /// @param title what it is, with how many, in words
  /// @param detail what it is for, in one sentence; empty when there is none of it
  /// @param rows everything, by column: [Long] or [String], bytes in hex
  public record Kind(String name, String title, String detail, List<Map<String, Object>> rows) {
    public Kind {
      rows = List.copyOf(rows);
    }
  }
}
