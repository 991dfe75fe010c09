package org.juntos.cli.verb;

import java.util.LinkedHashMap;
import java.util.List;
import org.juntos.cli.output.Line;
import org.juntos.engine.model.ContactView;

/// Lists requests that came in and wait for a decision, those that were refused, and those that
/// went out and have no answer.
public record Requests() implements Listing {
  @Override
  public List<Line> lines(Desk desk) {
    return desk.models().contacts().value().stream()
        .filter(contact -> !direction(contact).isEmpty())
        .map(Requests::line)
        .toList();
  }

  private static Line line(ContactView contact) {
    var described = Describe.contact(contact);
    var json = new LinkedHashMap<String, Object>();
    json.put("direction", direction(contact));
    json.putAll(described.json());
    return new Line(json, "%-3s  %s".formatted(direction(contact), described.text()));
  }

  private static String direction(ContactView contact) {
    return switch (contact.standing()) {
      case ASKING, REFUSED -> "in";
      case REQUESTED -> "out";
      case ACCEPTED, BLOCKED, MEMBER, REMOVED -> "";
    };
  }
}
