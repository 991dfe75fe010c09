package org.juntos.engine.discovery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.store.Transaction;

/// A walk through the numbers of the address book, in their order, that goes on where it stopped.
///
/// @param country where numbers without a country code are from; may be empty
/// @param last the last number that was looked for; empty before the first
/// @param dueAt when the relay may have more to give
record MatchRound(String country, String last, Instant dueAt) {
  private static final String SETTING = "discovery.round";
  private static final int PARTS = 3;

  static MatchRound begun(String country) {
    return new MatchRound(country, "", Instant.EPOCH);
  }

  /// The one under way; null when there is none.
  static @Nullable MatchRound under(Transaction txn) {
    var text = txn.settings().get(SETTING);
    if (text == null) {
      return null;
    }
    var parts = text.split("\n", PARTS);
    return new MatchRound(parts[0], parts[1], Instant.ofEpochMilli(Long.parseLong(parts[2])));
  }

  void keep(Transaction txn) {
    txn.settings().put(SETTING, country + "\n" + last + "\n" + dueAt.toEpochMilli());
  }

  static void end(Transaction txn) {
    txn.settings().remove(SETTING);
  }

  MatchRound from(String other) {
    return new MatchRound(other, last, dueAt);
  }

  MatchRound after(String number) {
    return new MatchRound(country, number, dueAt);
  }

  MatchRound due(Instant at) {
    return new MatchRound(country, last, at);
  }
}
