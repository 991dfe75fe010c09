package org.juntos.cli.verb;

import java.util.List;
import org.juntos.cli.output.Line;

/// Lists everyone: contacts, those who ask, those who are blocked.
public record ListContacts() implements Listing {
  @Override
  public List<Line> lines(Desk desk) {
    return Describe.lines(desk.models().contacts().value());
  }
}
