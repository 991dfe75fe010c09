package org.juntos.cli.verb;

/// Lists everyone: contacts, those who ask, those who are blocked.
public record ListContacts() implements Verb {
  @Override
  public Rest begin(Desk desk) {
    var lines = Describe.lines(desk.models().contacts().value());
    return output -> {
      for (var line : lines) {
        output.print(line);
      }
    };
  }

  @Override
  public boolean isList() {
    return true;
  }

  @Override
  public boolean isOnline() {
    return false;
  }
}
