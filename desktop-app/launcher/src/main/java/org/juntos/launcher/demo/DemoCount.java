package org.juntos.launcher.demo;

import java.util.List;
import org.juntos.engine.model.EntryView;

/// What became of all messages of the demonstration, counted from the histories.
///
/// @param accepted by the relay
/// @param delivered to everybody they were for
/// @param seen by everybody
/// @param lost copies that a reader does not have
/// @param duplicated copies that a reader has once more than they should
record DemoCount(int sent, int accepted, int delivered, int seen, int lost, int duplicated) {
  static DemoCount of(List<Talk.Said> said) {
    int lost = 0;
    int duplicated = 0;
    for (var one : said) {
      for (var reader : one.readers()) {
        long times = one.timesAt(reader);
        lost += times == 0 ? 1 : 0;
        duplicated += (int) Math.max(0, times - 1);
      }
    }
    return new DemoCount(
        said.size(),
        count(said, EntryView.Stage.SENT),
        count(said, EntryView.Stage.DELIVERED),
        count(said, EntryView.Stage.SEEN),
        lost,
        duplicated);
  }

  private static int count(List<Talk.Said> said, EntryView.Stage atLeast) {
    return (int)
        said.stream()
            .map(one -> one.atAuthor().progress().stage())
            .filter(stage -> stage != EntryView.Stage.FAILED && stage.compareTo(atLeast) >= 0)
            .count();
  }

  boolean isPerfect() {
    return accepted == sent && delivered == sent && seen == sent && lost == 0 && duplicated == 0;
  }
}
