package org.juntos.engine.intent;

import java.util.List;

/// What became of a file of vCards.
///
/// @param added entries that are new
/// @param changed entries that were there and are different now
/// @param known entries that were there as they are
public record ImportView(int added, int changed, int known, List<Bad> refused) {
  public ImportView {
    refused = List.copyOf(refused);
  }

  /// A card that was not imported.
  ///
  /// @param card which of the file, from 1
  /// @param name as far as one could be read; may be empty
  /// @param why one sentence
  public record Bad(int card, String name, String why) {}
}
