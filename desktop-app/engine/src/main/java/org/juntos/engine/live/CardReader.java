package org.juntos.engine.live;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ContactCard;
import org.juntos.content.MessageChange.Deed;
import org.juntos.content.Place;
import org.juntos.content.Poll;
import org.juntos.engine.device.Self;
import org.juntos.engine.model.CardView;
import org.juntos.store.Transaction;
import org.juntos.store.history.Entry;
import org.juntos.store.history.StoredCard;
import org.juntos.store.history.StoredChange;

/// Makes views of cards. What an anonymous poll leaves out is left out here, for every front end.
record CardReader(Self self, GroupReader names) {
  CardView view(Transaction txn, Entry entry, StoredCard card) {
    return switch (card.card()) {
      case Poll poll -> poll(txn, entry, poll, card);
      case Place place -> new CardView.PlaceView(place);
      case ContactCard contact -> person(contact);
    };
  }

  private static CardView person(ContactCard contact) {
    var link = contact.link();
    return link == null
        ? new CardView.PersonView(contact, null, "")
        : new CardView.PersonView(contact, link.account(), link.text());
  }

  private CardView poll(Transaction txn, Entry entry, Poll poll, StoredCard card) {
    var options = new ArrayList<CardView.OptionView>();
    for (int place = 0; place < poll.options().size(); place++) {
      options.add(option(txn, poll, place, card.votes()));
    }
    return new CardView.PollView(
        poll.question(),
        options,
        poll.multiple(),
        poll.anonymous(),
        card.votes().size(),
        entry.outgoing(),
        closing(txn, entry, card));
  }

  private CardView.OptionView option(
      Transaction txn, Poll poll, int place, List<StoredCard.Vote> votes) {
    var of = votes.stream().filter(vote -> vote.options().contains(place)).toList();
    return new CardView.OptionView(
        poll.options().get(place),
        of.size(),
        of.stream().anyMatch(this::isOwn),
        poll.anonymous()
            ? List.of()
            : of.stream().map(vote -> names.name(txn, vote.voter())).toList());
  }

  private boolean isOwn(StoredCard.Vote vote) {
    return vote.voter().equals(self.account());
  }

  private CardView.@Nullable Closing closing(Transaction txn, Entry entry, StoredCard card) {
    var closed = card.closed();
    if (closed == null) {
      return null;
    }
    boolean counted = card.votes().stream().anyMatch(this::isOwn);
    return new CardView.Closing(closed.at(), closed.missing(), !counted && hasVoted(txn, entry));
  }

  private boolean hasVoted(Transaction txn, Entry entry) {
    var own =
        txn.messageChanges().of(entry.name()).stream()
            .filter(change -> change.kind() == StoredChange.Kind.VOTE)
            .filter(change -> change.actor().account().equals(self.account()))
            .toList();
    return !own.isEmpty() && !own.getLast().text().isEmpty();
  }

  /// Whether votes about it are shown as those of their voters.
  static boolean isOpenVote(Entry entry) {
    return entry.card() instanceof Poll poll && !poll.anonymous();
  }

  /// What a vote chooses, in words; nothing when it was taken back.
  static String chosen(Transaction txn, StoredChange change) {
    var name = change.message();
    var entry = txn.history().find(name.id(), name.author());
    if (entry == null
        || !(entry.card() instanceof Poll poll)
        || !(txn.messageChanges().content(change).deed() instanceof Deed.Vote(var options))) {
      return "";
    }
    return poll.takes(options)
        ? options.stream().map(poll.options()::get).collect(Collectors.joining(", "))
        : "";
  }
}
