package org.juntos.cli.verb;

/// Tells whose profile it is.
public record Whoami() implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal {
    var line = Describe.account(desk.ready());
    return output -> output.print(line);
  }

  @Override
  public boolean isOnline() {
    return false;
  }
}
