package org.juntos.engine.online;

import org.juntos.engine.connection.StreamClosed;
import org.juntos.engine.problem.Problems;

/// Why there is no stream, in words for a person.
final class Offline {
  private Offline() {}

  static String sentence(StreamClosed why) {
    return switch (why) {
      case StreamClosed.Wanted _ -> "You are offline.";
      case StreamClosed.Lost(var sentence) -> sentence;
      case StreamClosed.Ended _ -> "The relay closed the connection.";
      case StreamClosed.Replaced _ -> "Another connection of this device took over.";
      case StreamClosed.Refused refused -> Problems.of(refused.code().text()).sentence();
      case StreamClosed.Untrusted _ -> Problems.of("relay-untrusted").sentence();
    };
  }
}
