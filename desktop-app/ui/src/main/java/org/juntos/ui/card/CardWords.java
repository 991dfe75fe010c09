package org.juntos.ui.card;

import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.juntos.engine.model.CardView;
import org.juntos.ui.control.SafeText;

/// Polls, locations and contacts in words: for screen readers, and to paste elsewhere.
public final class CardWords {
  private static final int LONGEST = 500;

  private CardWords() {}

  /// In one sentence.
  public static String of(CardView card) {
    return switch (card) {
      case CardView.PollView poll -> poll(poll);
      case CardView.PlaceView(var place) ->
          line(place.title())
              + (place.name().isEmpty() ? "" : ", " + place.coordinates())
              + (place.accuracyMetres() == 0
                  ? ""
                  : ", within " + PlaceNode.distance(place.accuracyMetres()));
      case CardView.PersonView person ->
          Stream.of(
                  Stream.of(person.title()),
                  person.card().phones().stream(),
                  person.card().emails().stream())
              .flatMap(parts -> parts)
              .map(CardWords::line)
              .collect(Collectors.joining(", "));
    };
  }

  private static String poll(CardView.PollView poll) {
    var parts = new ArrayList<String>();
    parts.add(line(poll.title()));
    for (var option : poll.options()) {
      parts.add(
          line(option.text()) + " " + option.votes() + (option.chosen() ? " with yours" : ""));
    }
    parts.add(PollNode.votes(poll.voters()));
    if (!poll.isOpen()) {
      parts.add("closed");
    }
    return String.join(", ", parts);
  }

  private static String line(String text) {
    return SafeText.line(text, LONGEST);
  }

  /// In lines.
  public static String lines(CardView card) {
    return switch (card) {
      case CardView.PollView poll ->
          poll.title()
              + poll.options().stream()
                  .map(option -> "\n- " + option.text() + ": " + option.votes())
                  .collect(Collectors.joining());
      case CardView.PlaceView(var place) -> place.title() + "\n" + place.geoUri();
      case CardView.PersonView person ->
          "Contact: "
              + person.card().text()
              + (person.link().isEmpty() ? "" : "\n" + person.link());
    };
  }
}
