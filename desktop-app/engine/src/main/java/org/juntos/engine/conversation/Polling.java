package org.juntos.engine.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.MessageChange.Counted;
import org.juntos.content.MessageChange.Deed;
import org.juntos.content.MessageId;
import org.juntos.content.Poll;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.problem.Problems;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.history.Entry;
import org.juntos.store.history.StoredCard;

/// What people do to polls: vote, close.
///
/// A vote is a change like a reaction: the newest of each voter counts. The author's close names
/// the votes that its device has then, and from then on those count and no others, in whatever
/// order all of it comes: no clock is asked, and the author can leave votes out but make none up.
final class Polling {
  private final Self self;
  private final Store store;
  private final Amending amending;

  Polling(Self self, Store store, Amending amending) {
    this.self = self;
    this.store = store;
    this.amending = amending;
  }

  Outcome vote(MessageId message, List<Integer> options) {
    return store.write(txn -> vote(txn, txn.history().find(message), options));
  }

  private Outcome vote(Transaction txn, @Nullable Entry entry, List<Integer> options) {
    var refusal = refusal(txn, entry);
    if (entry == null || !refusal.isEmpty()) {
      return Problems.refused(refusal);
    }
    var card = entry.marks().card();
    if (card == null || !(card.card() instanceof Poll poll)) {
      return Problems.refused("poll-unknown");
    }
    if (options.stream().anyMatch(option -> option < 0 || option >= poll.options().size())) {
      return Problems.refused("poll-option-unknown");
    }
    var vote = new Deed.Vote(options);
    if (!poll.takes(vote.options())) {
      return Problems.refused("poll-one-option");
    }
    if (!vote.options().equals(own(card))) {
      amending.make(txn, entry, vote);
    }
    return new Outcome.Done();
  }

  /// What the person has chosen; nothing when they have not.
  private List<Integer> own(StoredCard card) {
    return card.votes().stream()
        .filter(vote -> vote.voter().equals(self.account()))
        .findFirst()
        .map(StoredCard.Vote::options)
        .orElse(List.of());
  }

  Outcome close(MessageId message) {
    return store.write(txn -> close(txn, txn.history().find(message)));
  }

  private Outcome close(Transaction txn, @Nullable Entry entry) {
    var refusal = refusal(txn, entry);
    if (entry == null || !refusal.isEmpty()) {
      return Problems.refused(refusal);
    }
    var card = entry.marks().card();
    if (card == null || !entry.outgoing()) {
      return Problems.refused("poll-not-yours");
    }
    var counted =
        card.votes().stream()
            .limit(Deed.Close.MOST_VOTES)
            .map(vote -> new Counted(vote.voter(), vote.id()))
            .toList();
    amending.make(txn, entry, new Deed.Close(counted));
    return new Outcome.Done();
  }

  /// Why nothing can be done to it; empty when something can.
  private String refusal(Transaction txn, @Nullable Entry entry) {
    var refusal = amending.refusal(txn, entry);
    if (entry == null || !refusal.isEmpty()) {
      return refusal;
    }
    var card = entry.marks().card();
    if (card == null || !(card.card() instanceof Poll)) {
      return "poll-unknown";
    }
    return card.closed() == null ? "" : "poll-closed";
  }
}
