package org.juntos.cli.verb;

import org.juntos.engine.intent.Intent;

/// Tries again to open messages that were set aside; needs no relay.
public record OpenSetAside() implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    desk.submit(new Intent.OpenSetAside());
    return output -> output.print(Describe.simple("unopened", "0"));
  }

  @Override
  public boolean isOnline() {
    return false;
  }
}
