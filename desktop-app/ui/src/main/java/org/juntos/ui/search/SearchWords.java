package org.juntos.ui.search;

import org.juntos.ui.search.SearchViewModel.State;

/// Says where a search is.
final class SearchWords {
  private SearchWords() {}

  /// One line below the field; empty when there is nothing to say.
  static String of(State state, int shown) {
    return switch (state) {
      case State.Idle() -> "";
      case State.Searching() -> "Searching …";
      case State.Nothing() -> "";
      case State.Refused(var problem) -> problem.sentence() + " " + problem.nextStep();
      case State.Found(var total, var slowly) ->
          count(total, shown)
              + (slowly ? ". The index is still being made, so this takes longer" : "");
    };
  }

  /// "3 of 120" in a bar with little room.
  static String place(State state, int current) {
    return switch (state) {
      case State.Idle() -> "";
      case State.Searching() -> "…";
      case State.Nothing() -> "Nothing found";
      case State.Refused(var problem) -> problem.sentence();
      case State.Found(var total, var _) -> {
        var of = total < 0 ? "…" : "%,d".formatted(total);
        yield current < 0
            ? of + (total == 1 ? " message" : " messages")
            : current + 1 + " of " + of;
      }
    };
  }

  private static String count(long total, int shown) {
    if (total < 0) {
      return "More than %,d messages, counting …".formatted(shown);
    }
    return total == 1 ? "1 message" : "%,d messages".formatted(total);
  }
}
