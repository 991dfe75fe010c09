package org.juntos.content;

import org.jspecify.annotations.Nullable;
import org.juntos.content.proto.Message;
import org.juntos.content.proto.PollClose;
import org.juntos.content.proto.PollVote;
import org.juntos.wire.AccountId;

/// From `cards.proto` to [Card] and what is done to polls. An [IllegalArgumentException] of a
/// record is malformed content, too.
final class CardReader {
  private CardReader() {}

  /// Null when the message is none.
  static @Nullable Card card(Message fields) throws MalformedContentException {
    return switch (fields.getCardCase()) {
      case POLL -> poll(fields.getPoll());
      case PLACE -> place(fields.getPlace());
      case CONTACT -> contact(fields.getContact());
      case CARD_NOT_SET -> null;
    };
  }

  private static Card poll(org.juntos.content.proto.Poll fields) throws MalformedContentException {
    if (fields.getOptionsCount() > Poll.MOST_OPTIONS) {
      throw new MalformedContentException("too many options of a poll");
    }
    return new Poll(
        fields.getQuestion(), fields.getOptionsList(), fields.getMultiple(), fields.getAnonymous());
  }

  private static Card place(org.juntos.content.proto.Place fields) {
    return new Place(
        fields.getLatitudeE7(), fields.getLongitudeE7(), fields.getName(), fields.getAccuracyM());
  }

  private static Card contact(org.juntos.content.proto.ContactCard fields)
      throws MalformedContentException {
    return new ContactCard(
        fields.getName(),
        fields.getPhonesList(),
        fields.getEmailsList(),
        fields.getLink().isEmpty() ? null : link(fields.getLink()));
  }

  private static ContactLink link(String text) throws MalformedContentException {
    try {
      return ContactLink.parse(text);
    } catch (MalformedLinkException _) {
      throw new MalformedContentException("no contact link");
    }
  }

  static MessageChange.Deed.Vote vote(PollVote fields) throws MalformedContentException {
    if (fields.getOptionsCount() > Poll.MOST_OPTIONS) {
      throw new MalformedContentException("more options than a poll has");
    }
    return new MessageChange.Deed.Vote(fields.getOptionsList());
  }

  static MessageChange.Deed.Close close(PollClose fields) throws MalformedContentException {
    if (fields.getVotesCount() > MessageChange.Deed.Close.MOST_VOTES) {
      throw new MalformedContentException("more votes than are counted");
    }
    return new MessageChange.Deed.Close(
        fields.getVotesList().stream()
            .map(one ->
                new MessageChange.Counted(
                    new AccountId(BindingFields.id(one.getVoter())),
                    new MessageId(BindingFields.id(one.getVote()))))
            .toList());
  }
}
