package org.juntos.cli.verb;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.PlainText;
import org.juntos.engine.intent.AddressView;
import org.juntos.engine.intent.ImportView;
import org.juntos.engine.intent.MatchView;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.wire.Bytes;

/// The person's address book.
public sealed interface AddressBook extends Verb {
  /// Takes in the cards of a file.
  ///
  /// @param settle how long to stay until own devices have them
  record Import(Path file, Duration settle) implements AddressBook {
    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      var outcome = desk.submit(new PeopleIntent.ImportCards(file));
      if (!(outcome instanceof Outcome.Imported(var view))) {
        throw new IllegalStateException("an import ended as " + outcome);
      }
      return output -> {
        desk.settle(settle);
        output.print(line(view));
      };
    }

    private static Line line(ImportView view) {
      var json = new LinkedHashMap<String, Object>();
      json.put("added", view.added());
      json.put("changed", view.changed());
      json.put("known", view.known());
      json.put("refused", view.refused().stream().map(Import::refused).toList());
      var text = new StringBuilder();
      text.append(
          "%d added, %d changed, %d known".formatted(view.added(), view.changed(), view.known()));
      for (var bad : view.refused()) {
        text.append("\ncard ").append(bad.card());
        text.append(bad.name().isEmpty() ? "" : " (" + PlainText.safe(bad.name()) + ")");
        text.append(": ").append(bad.why());
      }
      return new Line(json, text.toString());
    }

    private static Map<String, Object> refused(ImportView.Bad bad) {
      return Map.of("card", bad.card(), "name", bad.name(), "why", bad.why());
    }
  }

  /// Lists it.
  record Look() implements AddressBook, Listing {
    @Override
    public List<Line> lines(Desk desk) throws Refusal, InterruptedException {
      return entries(desk).stream().map(Look::line).toList();
    }

    private static Line line(AddressView entry) {
      var account = entry.account();
      var json = new LinkedHashMap<String, Object>();
      json.put("entry", entry.id().hex());
      json.put("name", entry.name());
      json.put("phones", entry.phones());
      json.put("emails", entry.emails());
      json.put("account", account == null ? null : account.toString());
      json.put("contact", entry.contact());
      var text =
          "%s  %s  %s%s"
              .formatted(
                  entry.id().hex(),
                  PlainText.safe(entry.name()),
                  PlainText.safe(String.join(", ", entry.phones())),
                  account == null ? "  (not known on Juntos yet)" : "  " + account);
      return new Line(json, text);
    }
  }

  /// Looks for its people at the relay, as many as it allows.
  ///
  /// @param country where numbers without a country code are from; may be empty
  /// @param settle how long to stay until own devices know
  record Match(String country, Duration settle) implements AddressBook {
    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      var outcome = desk.submit(new PeopleIntent.MatchAddressBook(country));
      if (!(outcome instanceof Outcome.Matched(var view))) {
        throw new IllegalStateException("looking for people ended as " + outcome);
      }
      return output -> {
        desk.settle(settle);
        output.print(line(view));
      };
    }

    private static Line line(MatchView view) {
      var next = view.nextAt();
      var json = new LinkedHashMap<String, Object>();
      json.put("found", view.found());
      json.put("asked", view.asked());
      json.put("left", view.left());
      json.put("nextAt", next == null ? null : next.toString());
      var text = "%d found of %d".formatted(view.found(), view.asked());
      return new Line(
          json, next == null ? text : text + ", %d are left for %s".formatted(view.left(), next));
    }
  }

  /// Adds somebody who was found.
  ///
  /// @param wanted an id or a name
  /// @param settle how long to stay until the relay has the request
  record AddFound(String wanted, Duration settle) implements AddressBook {
    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      var ids = Forget.ids(List.of(wanted), entries(desk));
      if (ids.size() > 1) {
        throw Refusal.of(
            "contact-ambiguous",
            ids.size() + " entries are called " + wanted + ".",
            "Give the entry's id.");
      }
      var outcome = desk.submit(new PeopleIntent.AddAddress(ids.getFirst()));
      if (!(outcome instanceof Outcome.Added(var account, var _))) {
        throw new IllegalStateException("adding a contact ended as " + outcome);
      }
      return output -> {
        desk.settle(settle);
        output.print(Add.unproved(Describe.contact(Contacts.await(desk, account, _ -> true))));
      };
    }
  }

  /// Removes entries.
  ///
  /// @param wanted ids or names
  /// @param settle how long to stay until own devices have removed them
  record Forget(List<String> wanted, Duration settle) implements AddressBook {
    public Forget {
      wanted = List.copyOf(wanted);
    }

    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      var ids = ids(wanted, entries(desk));
      desk.submit(new PeopleIntent.RemoveAddresses(ids));
      return output -> {
        desk.settle(settle);
        output.print(Describe.simple("removed", Integer.toString(ids.size())));
      };
    }

    private static List<Bytes> ids(List<String> wanted, List<AddressView> all) throws Refusal {
      for (var one : wanted) {
        if (all.stream().noneMatch(entry -> isMeant(entry, one))) {
          throw Refusal.of(
              "address-unknown",
              "There is no entry " + one + " in the address book.",
              "The command contacts imported lists them.");
        }
      }
      return all.stream()
          .filter(entry -> wanted.stream().anyMatch(one -> isMeant(entry, one)))
          .map(AddressView::id)
          .toList();
    }

    private static boolean isMeant(AddressView entry, String wanted) {
      return entry.id().hex().equals(wanted) || entry.name().equals(wanted);
    }
  }

  private static List<AddressView> entries(Desk desk) throws Refusal, InterruptedException {
    var outcome = desk.submit(new PeopleIntent.LookAtAddressBook());
    if (!(outcome instanceof Outcome.AddressBook(var entries))) {
      throw new IllegalStateException("looking at the address book ended as " + outcome);
    }
    return entries;
  }
}
