package org.juntos.content;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Cards, and what is done to polls.
final class CardSamples {
  static final Poll POLL =
      new Poll("Where do we eat?", List.of("Pizza \uD83C\uDF55", "Sushi", "Tasca"), true, false);
  static final Place PLACE = new Place(387_135_000, -91_333_700, "Castelo de S\u00e3o Jorge", 20);

  private CardSamples() {}

  static void addTo(Map<String, Content> golden) {
    golden.put("poll", message(POLL));
    golden.put("poll-anonymous", message(new Poll("Yes?", List.of("yes", "no"), false, true)));
    golden.put("place", message(PLACE));
    golden.put("contact-card", message(contact()));
    golden.put(
        "contact-card-without-account",
        message(
            new ContactCard("Rui", List.of("+351 912 345 678"), List.of("rui@example.org"), null)));
    golden.put("poll-vote", ChangeSamples.change(new MessageChange.Deed.Vote(List.of(0, 2))));
    golden.put(
        "poll-vote-taken-back", ChangeSamples.change(new MessageChange.Deed.Vote(List.of())));
    golden.put("poll-close", ChangeSamples.change(close()));
  }

  static Content.Message message(Card card) {
    return Samples.message("", card, null);
  }

  static ContactCard contact() {
    var link = ContactLinkTest.link();
    return new ContactCard(link.name(), List.of(), List.of(), link);
  }

  static MessageChange.Deed.Close close() {
    return new MessageChange.Deed.Close(
        List.of(
            new MessageChange.Counted(Samples.ALICE, new MessageId(new UUID(21, 22))),
            new MessageChange.Counted(Samples.BOB, new MessageId(new UUID(23, 24)))));
  }
}
