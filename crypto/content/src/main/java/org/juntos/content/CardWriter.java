package org.juntos.content;

import org.juntos.content.proto.Message;
import org.juntos.content.proto.PollClose;
import org.juntos.content.proto.PollVote;

/// From [Card] and what is done to polls to `cards.proto`.
final class CardWriter {
  private CardWriter() {}

  static void write(Card card, Message.Builder to) {
    switch (card) {
      case Poll poll ->
          to.setPoll(
              org.juntos.content.proto.Poll.newBuilder()
                  .setQuestion(poll.question())
                  .addAllOptions(poll.options())
                  .setMultiple(poll.multiple())
                  .setAnonymous(poll.anonymous()));
      case Place place ->
          to.setPlace(
              org.juntos.content.proto.Place.newBuilder()
                  .setLatitudeE7(place.latitudeE7())
                  .setLongitudeE7(place.longitudeE7())
                  .setName(place.name())
                  .setAccuracyM(place.accuracyMetres()));
      case ContactCard contact -> to.setContact(contact(contact));
    }
  }

  private static org.juntos.content.proto.ContactCard contact(ContactCard contact) {
    var fields =
        org.juntos.content.proto.ContactCard.newBuilder()
            .setName(contact.name())
            .addAllPhones(contact.phones())
            .addAllEmails(contact.emails());
    var link = contact.link();
    if (link != null) {
      fields.setLink(link.text());
    }
    return fields.build();
  }

  static PollVote vote(MessageChange.Deed.Vote vote) {
    return PollVote.newBuilder().addAllOptions(vote.options()).build();
  }

  static PollClose close(MessageChange.Deed.Close close) {
    var fields = PollClose.newBuilder();
    for (var one : close.votes()) {
      fields
          .addVotesBuilder()
          .setVoter(BindingFields.bytes(one.voter().value()))
          .setVote(BindingFields.bytes(one.vote().value()));
    }
    return fields.build();
  }
}
