package org.juntos.cli.verb;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.juntos.content.ConversationId;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.GroupView;
import org.juntos.wire.AccountId;

/// Finds the conversation that somebody means: with a contact, or of a group.
final class Conversations {
  private static final int SHORTEST_PREFIX = 4;

  private Conversations() {}

  /// @param wanted a contact, or else a group: its conversation id, the unambiguous beginning of
  ///   that, or its name
  static ConversationId find(Desk desk, String wanted) throws Refusal {
    try {
      return Contacts.find(desk, wanted).conversation();
    } catch (Refusal e) {
      var groups = groups(desk, wanted);
      if (groups.isEmpty() || !e.problem().code().equals("contact-unknown")) {
        throw e;
      }
      return only(groups, wanted).id();
    }
  }

  /// The same, and the note to self by one's own account id or "self".
  static ConversationId any(Desk desk, String wanted) throws Refusal {
    var own = desk.ready().account();
    return wanted.equals("self") || wanted.equals(own.toString())
        ? ConversationId.ofTwo(own, own)
        : find(desk, wanted);
  }

  /// How long what is said there stays.
  static ConversationView.Stay stay(Desk desk, ConversationId conversation) {
    return desk.models().conversations().value().stream()
        .filter(one -> one.id().equals(conversation))
        .map(ConversationView::stay)
        .findFirst()
        .orElse(ConversationView.Stay.FOR_EVER);
  }

  /// The group that somebody means.
  static ConversationView group(Desk desk, String wanted) throws Refusal {
    var found = groups(desk, wanted);
    if (found.isEmpty()) {
      throw Refusal.of(
          "group-unknown",
          "There is no group " + wanted + ".",
          "The command group list lists them.");
    }
    return only(found, wanted);
  }

  private static List<ConversationView> groups(Desk desk, String wanted) {
    var all =
        desk.models().conversations().value().stream().filter(one -> one.group() != null).toList();
    var id = wanted.toLowerCase(Locale.ROOT);
    List<Predicate<ConversationView>> ways =
        List.of(
            one -> one.id().toString().equals(id),
            one -> one.contact().name().equals(wanted),
            one -> one.contact().name().equalsIgnoreCase(wanted),
            one -> id.length() >= SHORTEST_PREFIX && one.id().toString().startsWith(id));
    for (var way : ways) {
      var found = all.stream().filter(way).toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static ConversationView only(List<ConversationView> found, String wanted) throws Refusal {
    if (found.size() > 1) {
      throw Refusal.of(
          "group-ambiguous",
          found.size() + " groups answer to " + wanted + ".",
          "Give the conversation id.");
    }
    return found.getFirst();
  }

  /// The account of whoever somebody means of these.
  static AccountId member(List<GroupView.Member> members, String wanted) throws Refusal {
    var id = wanted.toLowerCase(Locale.ROOT);
    List<Predicate<GroupView.Member>> ways =
        List.of(
            one -> one.account().toString().equals(id),
            one -> one.name().equals(wanted),
            one -> one.name().equalsIgnoreCase(wanted),
            one -> id.length() >= SHORTEST_PREFIX && one.account().toString().startsWith(id));
    for (var way : ways) {
      var found = members.stream().filter(way).toList();
      if (found.size() == 1) {
        return found.getFirst().account();
      }
      if (found.size() > 1) {
        throw Refusal.of(
            "contact-ambiguous",
            found.size() + " people of the group answer to " + wanted + ".",
            "Give the account id.");
      }
    }
    throw Refusal.of(
        "member-unknown",
        "Nobody of the group answers to " + wanted + ".",
        "The command group show lists them.");
  }
}
