package org.juntos.engine.preview;

import java.net.URI;
import org.juntos.wire.Bytes;

/// Fetches what a link leads to. Whoever wrote it is not trusted: only pages that anybody can reach
/// are fetched, and only so much and for so long.
public interface LinkPages {
  /// Fetches nothing.
  LinkPages NOTHING = (_, _) -> new Answer.Failed("nothing is fetched");

  /// Blocks; interrupting the thread cancels.
  ///
  /// @param address http or https
  Answer fetch(URI address, Want want) throws InterruptedException;

  /// What is looked for.
  enum Want {
    /// HTML; only the beginning of it.
    PAGE,
    /// All of it or nothing.
    PICTURE
  }

  /// What came of it.
  sealed interface Answer {
    /// @param from where it was in the end
    /// @param mediaType as the page says, with its parameters
    record Fetched(URI from, String mediaType, Bytes body) implements Answer {}

    /// @param why fit for a log: names no address
    record Failed(String why) implements Answer {}
  }
}
