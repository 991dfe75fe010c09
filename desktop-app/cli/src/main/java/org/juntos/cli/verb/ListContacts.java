package org.juntos.cli.verb;

import java.util.List;
import org.juntos.cli.output.Line;
import org.juntos.engine.model.ContactView.Standing;

/// Lists everyone: contacts, those who ask, those who are blocked; not those who were removed.
public record ListContacts() implements Listing {
  @Override
  public List<Line> lines(Desk desk) {
    return Describe.lines(
        desk.models().contacts().value().stream()
            .filter(contact -> contact.standing() != Standing.REMOVED)
            .toList());
  }
}
