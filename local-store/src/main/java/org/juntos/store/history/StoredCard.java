package org.juntos.store.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Card;
import org.juntos.content.ContactCard;
import org.juntos.content.MessageId;
import org.juntos.content.Poll;
import org.juntos.wire.AccountId;

/// What a message is in place of text and files, and how a poll stands.
///
/// @param votes those that count and choose something, of each voter one, in the order in which
///   they were made
/// @param closed null while it takes votes; always of what is no poll
public record StoredCard(Card card, List<Vote> votes, @Nullable Closed closed) {
  public StoredCard(Card card, List<Vote> votes, @Nullable Closed closed) {
    this.card = card;
    this.votes = List.copyOf(votes);
    this.closed = closed;
  }

  /// A card to which nothing was done.
  static StoredCard of(Card card) {
    return new StoredCard(card, List.of(), null);
  }

  /// @param id of the change that is the vote
  /// @param options places from 0, ascending
  /// @param at the voter's clock
  public record Vote(AccountId voter, MessageId id, List<Integer> options, Instant at) {
    public Vote {
      options = List.copyOf(options);
    }
  }

  /// @param at the author's clock
  /// @param missing votes that are to be counted and have not come
  public record Closed(Instant at, int missing) {}

  /// What kind of card a row has.
  public enum Kind {
    POLL,
    PLACE,
    CONTACT;

    static Kind of(Card card) {
      return switch (card) {
        case Poll _ -> POLL;
        case org.juntos.content.Place _ -> PLACE;
        case ContactCard _ -> CONTACT;
      };
    }
  }
}
