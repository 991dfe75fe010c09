package org.juntos.bench.client.drain;

import java.io.IOException;
import java.nio.file.Path;
import org.juntos.bench.client.people.Person;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.Event;
import org.juntos.launcher.Wiring;

/// The client without a window: `PROFILE`. Says `unlocked`, waits for a line, connects, says
/// `drained` when all that waited at the relay is committed, and ends with standard input.
public final class DrainMain {
  private DrainMain() {}

  /// Ends the process.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (var wiring = Wiring.ofUser();
        var engine = wiring.engine(Path.of(arguments[0]));
        var _ = engine.models().events(DrainMain::happened)) {
      var unlocked = engine.submit(new Intent.Unlock(Person.passphrase()));
      if (unlocked instanceof Outcome.Refused(var problem)) {
        throw new IOException(problem.sentence());
      }
      System.out.println("unlocked");
      untilLine();
      engine.start();
      untilLine();
    }
    System.exit(0); // threads of the HTTP client linger
  }

  private static void happened(Event event) {
    switch (event) {
      case Event.CaughtUp() -> System.out.println("drained");
      case Event.Trouble(var problem) -> System.out.println("trouble " + problem.sentence());
      default -> {}
    }
  }

  private static void untilLine() throws IOException {
    int read = System.in.read();
    while (read >= 0 && read != '\n') {
      read = System.in.read();
    }
  }
}
