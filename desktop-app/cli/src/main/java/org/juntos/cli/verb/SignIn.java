package org.juntos.cli.verb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.Output;
import org.juntos.engine.intent.Intent;

/// Prints where to sign in, waits until that is done in a browser of this machine, then makes keys
/// and profile and registers the account. Can be repeated after a failure.
public record SignIn(String relay, String name, Pins pins) implements Verb {
  @Override
  public Rest begin(Desk desk) {
    return output -> {
      if (!Verify.isAdmitted(desk)) {
        signIn(desk, output);
      }
      Enter.create(desk, name, pins).finish(output);
    };
  }

  private void signIn(Desk desk, Output output) throws Refusal, InterruptedException, IOException {
    try {
      desk.submit(new Intent.SignIn(relay, address -> print(address, output)));
    } catch (UncheckedIOException unprinted) {
      throw unprinted.getCause();
    }
  }

  private static void print(URI address, Output output) {
    try {
      output.print(open(address));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Line open(URI address) {
    return new Line(Map.of("open", address.toString()), "Sign in here: " + address);
  }

  @Override
  public boolean isList() {
    return true;
  }

  @Override
  public boolean isForNewcomers() {
    return true;
  }
}
