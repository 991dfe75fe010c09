package org.juntos.cli.verb;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.juntos.engine.model.ContactView;
import org.juntos.wire.AccountId;

/// Finds the contact that somebody means.
final class Contacts {
  private static final int SHORTEST_PREFIX = 4;

  /// More than models ever lag behind.
  private static final Duration MODELS = Duration.ofSeconds(5);

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

  /// The contact as models show it once it is as `expected`: they follow a commit a moment later.
  static ContactView await(Desk desk, AccountId account, Predicate<ContactView> expected)
      throws Refusal, InterruptedException {
    var deadline = desk.deadline(MODELS);
    try (var changes = new Arrivals<List<ContactView>>(desk.models().contacts()::watch)) {
      for (var list = changes.next(deadline); list != null; list = changes.next(deadline)) {
        for (var contact : list) {
          if (contact.account().equals(account) && expected.test(contact)) {
            return contact;
          }
        }
      }
    }
    return find(desk, account.toString());
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
