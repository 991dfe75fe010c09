package org.juntos.launcher.demo;

import java.util.HashSet;
import java.util.List;
import org.juntos.content.MessageId;
import org.juntos.engine.model.EntryView;

/// What became of all messages of the demonstration, counted from the two histories.
record DemoCount(int accepted, int delivered, int seen, int lost, int duplicated) {

  /// @param author whose outgoing messages are counted
  /// @param reader who should have each of them once
  static DemoCount of(DemoPerson author, DemoPerson reader) {
    var outgoing = author.messages().stream().filter(EntryView::outgoing).toList();
    var incoming =
        reader.messages().stream().filter(entry -> !entry.outgoing()).map(EntryView::id).toList();
    var arrived = new HashSet<MessageId>(incoming);
    return new DemoCount(
        count(outgoing, EntryView.Stage.SENT),
        count(outgoing, EntryView.Stage.DELIVERED),
        count(outgoing, EntryView.Stage.SEEN),
        (int) outgoing.stream().filter(entry -> !arrived.contains(entry.id())).count(),
        incoming.size() - arrived.size());
  }

  private static int count(List<EntryView> outgoing, EntryView.Stage atLeast) {
    return (int)
        outgoing.stream()
            .map(entry -> entry.progress().stage())
            .filter(stage -> stage != EntryView.Stage.FAILED && stage.compareTo(atLeast) >= 0)
            .count();
  }

  DemoCount plus(DemoCount other) {
    return new DemoCount(
        accepted + other.accepted,
        delivered + other.delivered,
        seen + other.seen,
        lost + other.lost,
        duplicated + other.duplicated);
  }

  boolean isPerfect(int sent) {
    return accepted == sent && delivered == sent && seen == sent && lost == 0 && duplicated == 0;
  }
}
