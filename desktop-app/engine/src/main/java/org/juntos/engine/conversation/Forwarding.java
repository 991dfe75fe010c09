package org.juntos.engine.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.juntos.content.ConversationId;
import org.juntos.content.Manner;
import org.juntos.content.MessageId;
import org.juntos.content.TextRanges;
import org.juntos.engine.attachment.FileResult;
import org.juntos.engine.attachment.Retaking;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.HandlingIntent.Words;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.problem.Problems;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.history.Entry;

/// Sends the same into several conversations: something new, or messages that are there. Each of
/// them gets a message of its own, which nothing connects with the others.
public final class Forwarding {
  /// Messages that are passed on at once, and conversations.
  private static final int MOST = 100;

  private final Store store;
  private final Writing writing;
  private final Retaking retaking;

  public Forwarding(Store store, Writing writing, Retaking retaking) {
    this.store = store;
    this.writing = writing;
    this.retaking = retaking;
  }

  /// Commits it in each conversation that takes it.
  Outcome send(HandlingIntent.Send send) throws InterruptedException {
    var to = List.copyOf(new LinkedHashSet<>(send.to()));
    var words = send.words();
    if (to.isEmpty() || to.size() > MOST) {
      return Problems.refused("recipients-none");
    }
    if (words.replyTo() != null && to.size() > 1) {
      return Problems.refused("reply-elsewhere");
    }
    var spread = new Spread();
    for (var conversation : to) {
      spread.add(conversation, one(conversation, words));
    }
    return spread.outcome();
  }

  private Outcome one(ConversationId conversation, Words words) throws InterruptedException {
    var quote = Quoting.of(store, conversation, words.replyTo());
    if (!quote.refusal().isEmpty()) {
      return Problems.refused(quote.refusal());
    }
    var about =
        About.message(quote.quote(), new Manner(false, words.silent()))
            .saying(words.ranges(), words.preview());
    return writing.send(new Intent.SendMessage(conversation, words.body(), words.files()), about);
  }

  /// Passes on all of the messages or none of them, to each conversation that takes them.
  Outcome forward(HandlingIntent.Forward forward) throws InterruptedException {
    var to = new LinkedHashSet<>(forward.to());
    if (to.isEmpty() || to.size() > MOST) {
      return Problems.refused("recipients-none");
    }
    if (forward.messages().isEmpty() || forward.messages().size() > MOST) {
      return Problems.refused("forwarded-too-many");
    }
    var entries = new ArrayList<Entry>();
    for (var message : new LinkedHashSet<>(forward.messages())) {
      var refusal = find(message, entries);
      if (!refusal.isEmpty()) {
        return Problems.refused(refusal);
      }
    }
    entries.sort(Comparator.comparingLong(Entry::row));
    var spread = new Spread();
    for (var conversation : to) {
      forward(entries, conversation, spread);
    }
    return spread.outcome();
  }

  private String find(MessageId message, List<Entry> entries) {
    return store.read(txn -> {
      var entry = txn.history().find(message);
      if (entry == null || entry.kind() != Entry.Kind.MESSAGE) {
        return Amending.code(entry);
      }
      entries.add(entry);
      return retaking.refusal(entry);
    });
  }

  /// Stops at the first that a conversation does not take: what follows would stand without it.
  private void forward(List<Entry> entries, ConversationId to, Spread spread)
      throws InterruptedException {
    for (var entry : entries) {
      var outcome = forward(entry, to);
      spread.add(to, outcome);
      if (outcome instanceof Outcome.Refused) {
        return;
      }
    }
  }

  private Outcome forward(Entry entry, ConversationId to) throws InterruptedException {
    var refusal = store.read(txn -> writing.refusal(txn, to));
    if (!refusal.isEmpty()) {
      return Problems.refused(refusal);
    }
    return switch (retaking.take(entry)) {
      case FileResult.Refused(var problem) -> new Outcome.Refused(problem);
      case FileResult.Taken(var taken) ->
          writing.commitOrDiscard(
              new Intent.SendMessage(to, entry.card() == null ? entry.body() : "", List.of()),
              taken,
              forwarded(entry)
                  .saying(store.read(txn -> named(txn, entry, to)), entry.marks().preview()));
    };
  }

  /// Who is not in the conversation is named in words, and not told of it.
  private TextRanges named(Transaction txn, Entry entry, ConversationId to) {
    return entry.ranges().naming(writing.participants(txn, to));
  }

  private static About forwarded(Entry entry) {
    var sticker = entry.marks().sticker();
    return sticker == null
        ? About.card(entry.card(), null, Manner.FORWARDED)
        : About.sticker(sticker, null, Manner.FORWARDED);
  }

  /// Gathers what became of it.
  private static final class Spread {
    private final List<Outcome.Queued> queued = new ArrayList<>();
    private final List<Outcome.Spread.Left> left = new ArrayList<>();

    void add(ConversationId conversation, Outcome outcome) {
      if (outcome instanceof Outcome.Queued done) {
        queued.add(done);
      } else if (outcome instanceof Outcome.Refused(Problem problem)) {
        left.add(new Outcome.Spread.Left(conversation, problem));
      }
    }

    Outcome outcome() {
      return queued.isEmpty() && left.size() == 1
          ? new Outcome.Refused(left.getFirst().problem())
          : new Outcome.Spread(queued, left);
    }
  }
}
