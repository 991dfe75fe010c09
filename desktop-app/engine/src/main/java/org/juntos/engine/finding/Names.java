package org.juntos.engine.finding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.juntos.store.search.Folding;

/// Finds whom or what a name means: whoever has it as a whole, else all whose names contain it.
final class Names {
  private Names() {}

  /// @param ids of whoever has an id that can be typed
  static <T, I> Set<I> meant(
      List<T> all, String typed, Function<T, String> name, Function<T, I> ids) {
    var wanted = Folding.fold(typed).strip();
    var whole = new HashSet<I>();
    var parts = new HashSet<I>();
    for (var one : all) {
      var folded = Folding.fold(name.apply(one)).strip();
      var id = ids.apply(one);
      if (folded.equals(wanted) || id.toString().equals(wanted)) {
        whole.add(id);
      } else if (folded.contains(wanted)) {
        parts.add(id);
      }
    }
    return whole.isEmpty() ? parts : whole;
  }
}
