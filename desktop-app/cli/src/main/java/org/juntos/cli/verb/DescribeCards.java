package org.juntos.cli.verb;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.juntos.cli.output.PlainText;
import org.juntos.content.ContactCard;
import org.juntos.content.Place;
import org.juntos.engine.model.CardView;

/// Cards as parts of lines.
final class DescribeCards {
  private static final int DIGITS = 7;

  private DescribeCards() {}

  static void add(Map<String, Object> json, CardView card) {
    switch (card) {
      case CardView.PollView poll -> json.put("poll", poll(poll));
      case CardView.PlaceView(var place) -> json.put("location", place(place));
      case CardView.PersonView person -> json.put("contact", person(person));
    }
  }

  static Map<String, Object> poll(CardView.PollView poll) {
    var json = new LinkedHashMap<String, Object>();
    json.put("question", poll.question());
    json.put("multiple", poll.multiple());
    json.put("anonymous", poll.anonymous());
    json.put("own", poll.own());
    json.put("voters", poll.voters());
    json.put("chosen", poll.chosen().stream().map(place -> place + 1).toList());
    json.put(
        "options",
        IntStream.range(0, poll.options().size())
            .mapToObj(place -> option(place, poll.options().get(place)))
            .toList());
    var closing = poll.closing();
    json.put("closed", closing != null);
    if (closing != null) {
      json.put("closedAt", closing.at().toString());
      json.put("missing", closing.missing());
      json.put("ownLeftOut", closing.ownLeftOut());
    }
    return json;
  }

  private static Map<String, Object> option(int place, CardView.OptionView option) {
    var json = new LinkedHashMap<String, Object>();
    json.put("number", place + 1);
    json.put("text", option.text());
    json.put("votes", option.votes());
    json.put("chosen", option.chosen());
    json.put("names", option.names());
    return json;
  }

  private static Map<String, Object> place(Place place) {
    var json = new LinkedHashMap<String, Object>();
    json.put("latitude", BigDecimal.valueOf(place.latitudeE7(), DIGITS).doubleValue());
    json.put("longitude", BigDecimal.valueOf(place.longitudeE7(), DIGITS).doubleValue());
    json.put("name", place.name());
    json.put("accuracyMetres", place.accuracyMetres() == 0 ? null : place.accuracyMetres());
    json.put("geo", place.geoUri());
    json.put("map", place.mapAddress());
    return json;
  }

  private static Map<String, Object> person(CardView.PersonView person) {
    var account = person.account();
    var json = new LinkedHashMap<String, Object>();
    json.put("name", person.card().name());
    json.put("phones", person.card().phones());
    json.put("emails", person.card().emails());
    json.put("account", account == null ? null : account.toString());
    json.put("link", person.link().isEmpty() ? null : person.link());
    return json;
  }

  /// What a card says.
  static String text(CardView card) {
    return switch (card) {
      case CardView.PollView poll -> text(poll);
      case CardView.PlaceView(var place) -> text(place);
      case CardView.PersonView person -> text(person.card(), person.link());
    };
  }

  private static String text(CardView.PollView poll) {
    var options =
        IntStream.range(0, poll.options().size())
            .mapToObj(place -> text(place + 1, poll.options().get(place)))
            .collect(Collectors.joining());
    return PlainText.safe(poll.title()) + " (" + manner(poll) + ")" + options + closing(poll);
  }

  private static String manner(CardView.PollView poll) {
    return Stream.of(
            poll.multiple() ? "several answers" : "one answer",
            poll.anonymous() ? "names are not shown" : "",
            poll.voters() + (poll.voters() == 1 ? " vote" : " votes"),
            poll.isOpen() ? "" : "closed")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String text(int number, CardView.OptionView option) {
    var names = option.names().stream().map(PlainText::safe).collect(Collectors.joining(", "));
    return "\n  %s%2d. %s  %d%s"
        .formatted(
            option.chosen() ? "*" : " ",
            number,
            PlainText.safe(option.text()),
            option.votes(),
            names.isEmpty() ? "" : "  " + names);
  }

  private static String closing(CardView.PollView poll) {
    var closing = poll.closing();
    if (closing == null) {
      return "";
    }
    return (closing.missing() == 0 ? "" : "\n  " + closing.missing() + " votes have not come yet")
        + (closing.ownLeftOut() ? "\n  your vote came after the close and is not counted" : "");
  }

  private static String text(Place place) {
    var accuracy = place.accuracyMetres() == 0 ? "" : ", to " + place.accuracyMetres() + " m";
    var name = place.name().isEmpty() ? "" : PlainText.safe(place.name()) + ", ";
    return "Location: " + name + place.coordinates() + accuracy + "\n  " + place.mapAddress();
  }

  private static String text(ContactCard card, String link) {
    return Stream.of(
            List.of(PlainText.safe("Contact: " + card.name())),
            card.phones().stream().map(PlainText::safe).toList(),
            card.emails().stream().map(PlainText::safe).toList(),
            link.isEmpty() ? List.<String>of() : List.of(link))
        .flatMap(List::stream)
        .collect(Collectors.joining("\n  "));
  }
}
