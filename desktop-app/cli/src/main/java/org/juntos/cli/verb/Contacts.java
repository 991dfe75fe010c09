package org.juntos.cli.verb;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.juntos.engine.model.ContactView;

/// Finds the contact that somebody means.
final class Contacts {
  private static final int SHORTEST_PREFIX = 4;

  private Contacts() {}

  /// @param wanted an account id, the unambiguous beginning of one, or a name
  static ContactView find(Desk desk, String wanted) throws Refusal {
    var contacts = desk.models().contacts().value();
    var id = wanted.toLowerCase(Locale.ROOT);
    List<Predicate<ContactView>> ways =
        List.of(
            contact -> contact.account().toString().equals(id),
            contact -> contact.name().equals(wanted),
            contact -> contact.name().equalsIgnoreCase(wanted),
            contact ->
                id.length() >= SHORTEST_PREFIX && contact.account().toString().startsWith(id));
    for (var way : ways) {
      var found = contacts.stream().filter(way).toList();
      if (!found.isEmpty()) {
        return only(found, wanted);
      }
    }
    throw Refusal.of(
        "contact-unknown",
        "There is no contact " + wanted + ".",
        "The command contacts lists them.");
  }

  private static ContactView only(List<ContactView> found, String wanted) throws Refusal {
    if (found.size() > 1) {
      throw Refusal.of(
          "contact-ambiguous",
          found.size() + " contacts answer to " + wanted + ".",
          "Give the account id.");
    }
    return found.getFirst();
  }
}
