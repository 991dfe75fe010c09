package org.juntos.cli.verb;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.Output;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.ChangeView;
import org.juntos.engine.model.EntryView;

/// Prints what is in the store and was not printed yet, conversation by conversation, in the order
/// in which it came in.
final class Sweep {
  private static final int PAGE = 100;

  private final Desk desk;
  private final Received received;
  private final @Nullable Downloads downloads;
  private final boolean read;
  private final Output output;
  private final Map<ConversationId, Long> printed = new HashMap<>();

  Sweep(Desk desk, Received received, @Nullable Downloads downloads, boolean read, Output output) {
    this.desk = desk;
    this.received = received;
    this.downloads = downloads;
    this.read = read;
    this.output = output;
  }

  void everything() throws Refusal, InterruptedException, IOException {
    for (var conversation : desk.models().conversations().value()) {
      conversation(conversation.id());
    }
    changes();
  }

  /// What others have done to messages.
  void changes() throws Refusal, IOException {
    for (var page = nextChanges(); !page.isEmpty(); page = nextChanges()) {
      for (var change : page) {
        if (!change.own()) {
          output.print(DescribeMarks.change(change));
        }
        received.advanceChange(change.number());
      }
    }
  }

  private List<ChangeView> nextChanges() {
    return desk.models().changes(received.change(), PAGE);
  }

  void conversation(ConversationId conversation) throws Refusal, InterruptedException, IOException {
    EntryView lowest = null;
    for (var arrival : arrivals(conversation, printedUpTo(conversation))) {
      var entry = arrival.entry();
      if (!entry.outgoing()) {
        print(conversation, arrival);
        boolean lower = lowest == null || entry.row() > lowest.row();
        lowest = entry.kind() == EntryView.Kind.MESSAGE && lower ? entry : lowest;
      }
    }
    if (read && lowest != null) {
      desk.submit(new Intent.MarkSeen(conversation, lowest.id()));
    }
  }

  /// The row is remembered after the line has left: a kill between the two prints it again.
  private void print(ConversationId conversation, Arrival arrival)
      throws Refusal, InterruptedException, IOException {
    var entry = arrival.entry();
    Map<Integer, String> saved = downloads == null ? Map.of() : downloads.save(entry);
    var current = desk.models().entry(entry.id());
    output.print(Describe.entry(conversation, current == null ? entry : current, saved));
    received.advance(conversation, arrival.row());
    printed.put(conversation, arrival.row());
  }

  private long printedUpTo(ConversationId conversation) {
    var known = printed.get(conversation);
    if (known == null) {
      known = Math.max(received.row(conversation), readUpTo(conversation));
      printed.put(conversation, known);
    }
    return known;
  }

  /// Asks for the newest row first: what comes in between is then newer than what was read.
  private long readUpTo(ConversationId conversation) {
    var newest = desk.models().history(conversation, Long.MAX_VALUE, 1);
    try (var timeline = desk.models().timeline(conversation)) {
      var unreadAfter = timeline.view().value().unreadAfterRow();
      if (unreadAfter != Long.MAX_VALUE) {
        return unreadAfter;
      }
      var row = newest.isEmpty() ? -1 : newest.getLast().row();
      return desk.models().late(conversation, row).values().stream().reduce(row, Math::max);
    }
  }

  /// Late ones are asked for last: one that comes in between is only newer than all that was read.
  private List<Arrival> arrivals(ConversationId conversation, long row) {
    var rows = after(conversation, row);
    var late = desk.models().late(conversation, row);
    var found = new ArrayList<Arrival>();
    rows.forEach(
        entry -> found.add(new Arrival(late.getOrDefault(entry.row(), entry.row()), entry)));
    late.keySet().stream()
        .filter(place -> place <= row)
        .forEach(place ->
            desk.models()
                .history(conversation, place + 1, 1)
                .forEach(entry -> found.add(new Arrival(late.getOrDefault(place, place), entry))));
    found.sort(Comparator.comparingLong(Arrival::row));
    return found;
  }

  private Deque<EntryView> after(ConversationId conversation, long row) {
    var found = new ArrayDeque<EntryView>();
    var before = Long.MAX_VALUE;
    while (true) {
      var page = desk.models().history(conversation, before, PAGE);
      for (var entry : page.reversed()) {
        if (entry.row() <= row) {
          return found;
        }
        found.addFirst(entry);
      }
      if (page.size() < PAGE) {
        return found;
      }
      before = page.getFirst().row();
    }
  }

  /// @param row where it would be if it were put at the end as it came in
  private record Arrival(long row, EntryView entry) {}
}
