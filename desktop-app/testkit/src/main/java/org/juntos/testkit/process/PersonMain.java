package org.juntos.testkit.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.juntos.engine.EngineParts;
import org.juntos.engine.ProfileEngine;
import org.juntos.engine.connection.OkHttpRelayLinks;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Protection;
import org.juntos.engine.model.SessionView;
import org.juntos.engine.time.VirtualLoops;
import org.juntos.store.Environment;
import org.juntos.store.db.DatabaseThread;
import org.juntos.testkit.Codes;
import org.juntos.testkit.UntouchedMedia;

/// Somebody with a real engine: `PROFILE RELAY PHONE CODES`. Registers when there is no profile
/// yet, prints `ready LINK`, and answers each line of standard input with one line.
public final class PersonMain {
  private PersonMain() {}

  /// Blocks until standard input ends.
  ///
  /// @throws Exception when it cannot start: the process ends with the stack trace
  public static void main(String[] arguments) throws Exception {
    var profile = Path.of(arguments[0]);
    var environment =
        new Environment(
            InstantSource.system(),
            new SecureRandom(),
            FileKeyring.beside(profile),
            DatabaseThread::own);
    try (var links = new OkHttpRelayLinks(InstantSource.system());
        var engine =
            new ProfileEngine(
                new EngineParts(
                    profile, links, new UntouchedMedia(), environment, new VirtualLoops()))) {
      enter(engine, arguments[1], arguments[2], Path.of(arguments[3]));
      engine.start();
      answer(new PersonVerbs(engine));
    }
  }

  private static void enter(ProfileEngine engine, String relay, String phoneNumber, Path codes)
      throws IOException, InterruptedException {
    if (engine.models().session().value() instanceof SessionView.Locked) {
      done(engine, new Intent.Unlock(new Protection.Keyring()));
      return;
    }
    done(engine, new Intent.StartRegistration(relay, phoneNumber));
    done(engine, new Intent.ConfirmCode(Codes.last(codes, phoneNumber)));
    done(engine, new Intent.CreateProfile(phoneNumber, new Protection.Keyring()));
  }

  private static void done(ProfileEngine engine, Intent intent)
      throws IOException, InterruptedException {
    if (engine.submit(intent) instanceof Outcome.Refused(var problem)) {
      throw new IOException(intent.getClass().getSimpleName() + ": " + problem);
    }
  }

  private static void answer(PersonVerbs verbs) throws IOException, InterruptedException {
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready " + verbs.link());
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      System.out.println(verbs.answer(line));
    }
  }
}
