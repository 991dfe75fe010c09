package org.juntos.cli.verb;

/// Prints one's own contact link.
public record Link() implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal {
    var line = Describe.simple("link", desk.ready().link());
    return output -> output.print(line);
  }

  @Override
  public boolean isOnline() {
    return false;
  }
}
