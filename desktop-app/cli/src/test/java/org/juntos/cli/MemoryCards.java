package org.juntos.cli;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ContactCard;
import org.juntos.content.MessageId;
import org.juntos.content.Place;
import org.juntos.content.PlaceText;
import org.juntos.engine.intent.CardIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.CardView;
import org.juntos.engine.model.MarksView;

/// Polls, locations and contacts in memory.
final class MemoryCards {
  private MemoryCards() {}

  static Outcome answer(MemoryProfile profile, CardIntent intent) {
    return switch (intent) {
      case CardIntent.Ask ask ->
          ask.options().size() < 2
              ? new Outcome.Refused(
                  Problem.local("poll-options-few", "A poll needs at least two options.", ""))
              : sent(profile, ask.to(), poll(ask, List.of(), null));
      case CardIntent.ShowPlace shown -> sent(profile, shown.to(), place(shown));
      case CardIntent.ShareContact(var to, var account) ->
          sent(profile, to, new CardView.PersonView(rui(), account, "juntos://add/x"));
      case CardIntent.ShareCardFile(var to, _) ->
          sent(profile, to, new CardView.PersonView(rui(), null, ""));
      case CardIntent.Vote(var poll, var options) -> changed(profile, poll, options, null);
      case CardIntent.ClosePoll(var poll) ->
          changed(profile, poll, List.of(), new CardView.Closing(MemoryProfile.NOON, 1, true));
    };
  }

  private static ContactCard rui() {
    return new ContactCard("Rui", List.of("+351 912"), List.of("rui@example.org"), null);
  }

  private static CardView place(CardIntent.ShowPlace shown) {
    return PlaceText.read(shown.where()) instanceof PlaceText.Read.Found(Place place)
        ? new CardView.PlaceView(place.named(shown.name()))
        : new CardView.PlaceView(new Place(0, 0, "", 0));
  }

  private static CardView poll(
      CardIntent.Ask ask, List<Integer> chosen, CardView.@Nullable Closing closing) {
    return new CardView.PollView(
        ask.question(),
        IntStream.range(0, ask.options().size())
            .mapToObj(place -> option(ask.options().get(place), chosen.contains(place)))
            .toList(),
        ask.multiple(),
        ask.anonymous(),
        chosen.isEmpty() ? 0 : 1,
        true,
        closing);
  }

  private static CardView.OptionView option(String text, boolean chosen) {
    return new CardView.OptionView(
        text, chosen ? 1 : 0, chosen, chosen ? List.of("Ana") : List.of());
  }

  private static Outcome sent(MemoryProfile profile, CardIntent.To to, CardView card) {
    var entry = profile.append(card.title());
    profile.replace(entry, entry.with(MarksView.NONE.with(card)));
    return new Outcome.Queued(to.conversation(), entry.id());
  }

  private static Outcome changed(
      MemoryProfile profile,
      MessageId message,
      List<Integer> chosen,
      CardView.@Nullable Closing closing) {
    var entry = profile.find(message);
    if (!(entry.card() instanceof CardView.PollView poll)) {
      return new Outcome.Refused(Problem.local("poll-unknown", "This message is no poll.", ""));
    }
    var ask =
        new CardIntent.Ask(
            CardIntent.To.of(profile.contacts.value().getFirst().conversation()),
            poll.question(),
            poll.options().stream().map(CardView.OptionView::text).toList(),
            poll.multiple(),
            poll.anonymous());
    profile.replace(entry, entry.with(MarksView.NONE.with(poll(ask, chosen, closing))));
    return new Outcome.Done();
  }
}
