package org.juntos.testkit.process;

import java.util.List;
import java.util.stream.Collectors;
import org.juntos.engine.ProfileEngine;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.SessionView;

/// What a person in a process of their own can be told and asked. They have one contact.
final class PersonVerbs {
  private static final int ALL = 1_000_000;

  private final ProfileEngine engine;

  PersonVerbs(ProfileEngine engine) {
    this.engine = engine;
  }

  String link() {
    return engine.models().session().value() instanceof SessionView.Ready ready
        ? ready.link()
        : "none";
  }

  String answer(String line) throws InterruptedException {
    int space = line.indexOf(' ');
    var verb = space < 0 ? line : line.substring(0, space);
    var rest = space < 0 ? "" : line.substring(space + 1);
    return switch (verb) {
      case "add" -> submit(new Intent.AddContact(rest));
      case "accept" -> accept();
      case "link" -> link();
      case "standing" -> standing();
      case "write" -> write(rest);
      case "undelivered" -> Long.toString(undelivered());
      case "texts" -> texts();
      default -> "what?";
    };
  }

  private String submit(Intent intent) throws InterruptedException {
    return engine.submit(intent) instanceof Outcome.Refused(var problem)
        ? "refused " + problem.code()
        : "done";
  }

  private String accept() throws InterruptedException {
    for (var contact : contacts()) {
      if (contact.standing() == ContactView.Standing.ASKING) {
        submit(new Intent.AcceptContact(contact.account()));
      }
    }
    return standing();
  }

  private String standing() {
    var contacts = contacts();
    return contacts.isEmpty() ? "none" : contacts.getFirst().standing().name();
  }

  private List<ContactView> contacts() {
    return engine.models().contacts().value();
  }

  private String write(String text) throws InterruptedException {
    var to = contacts().getFirst().conversation();
    return submit(new Intent.SendMessage(to, text, List.of()));
  }

  private long undelivered() {
    return messages().stream()
        .filter(EntryView::outgoing)
        .map(entry -> entry.progress().stage())
        .filter(stage -> stage != EntryView.Stage.DELIVERED && stage != EntryView.Stage.SEEN)
        .count();
  }

  private String texts() {
    return messages().stream()
        .filter(entry -> !entry.outgoing())
        .map(EntryView::body)
        .collect(Collectors.joining(","));
  }

  private List<EntryView> messages() {
    var contacts = contacts();
    return contacts.isEmpty()
        ? List.of()
        : engine.models().history(contacts.getFirst().conversation(), Long.MAX_VALUE, ALL).stream()
            .filter(entry -> entry.kind() == EntryView.Kind.MESSAGE)
            .toList();
  }
}
