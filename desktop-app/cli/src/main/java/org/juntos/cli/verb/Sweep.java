package org.juntos.cli.verb;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.Output;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.EntryView;

/// Prints what is in the store and was not printed yet, conversation by conversation, in order.
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
  }

  void conversation(ConversationId conversation) throws Refusal, InterruptedException, IOException {
    MessageId newest = null;
    for (var entry : after(conversation, printedUpTo(conversation))) {
      if (!entry.outgoing()) {
        print(conversation, entry);
        newest = entry.kind() == EntryView.Kind.MESSAGE ? entry.id() : newest;
      }
    }
    if (read && newest != null) {
      desk.submit(new Intent.MarkSeen(conversation, newest));
    }
  }

  /// The row is remembered after the line has left: a kill between the two prints it again.
  private void print(ConversationId conversation, EntryView entry)
      throws Refusal, InterruptedException, IOException {
    Map<Integer, String> saved = downloads == null ? Map.of() : downloads.save(entry);
    var current = desk.models().entry(entry.id());
    output.print(Describe.entry(conversation, current == null ? entry : current, saved));
    received.advance(conversation, entry.row());
    printed.put(conversation, entry.row());
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
      return newest.isEmpty() ? -1 : newest.getLast().row();
    }
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
}
