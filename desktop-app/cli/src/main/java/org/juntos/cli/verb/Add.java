package org.juntos.cli.verb;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.juntos.cli.output.Line;
import org.juntos.crypto.name.UserName;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.engine.intent.WrittenNumber;

/// Adds the person of a contact link, of a picture of its QR code, of a user name, or of a phone
/// number.
///
/// @param whom a link, the path of a picture, a name, or a number with its country code
/// @param settle how long to stay until the relay has the request
public record Add(String whom, Duration settle) implements Verb {
  private static final Pattern PICTURE = Pattern.compile(".+\\.(png|jpe?g|webp|gif|bmp)");

  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    var outcome = desk.submit(intent());
    if (!(outcome instanceof Outcome.Added(var account, var _))) {
      throw new IllegalStateException("adding a contact ended as " + outcome);
    }
    return output -> {
      desk.settle(settle);
      var line = Describe.contact(Contacts.await(desk, account, _ -> true));
      output.print(isLookedUp() ? unproved(line) : line);
    };
  }

  private Intent intent() {
    try {
      return isPicture()
          ? new PeopleIntent.AddScanned(Path.of(whom))
          : new Intent.AddContact(whom.strip());
    } catch (InvalidPathException _) { // then it is no link either, and the engine says so
      return new Intent.AddContact(whom.strip());
    }
  }

  private boolean isLookedUp() {
    return UserName.looksLike(whom) || WrittenNumber.looksLike(whom);
  }

  /// Neither links nor user names end so.
  private boolean isPicture() {
    return PICTURE.matcher(whom.toLowerCase(Locale.ROOT)).matches();
  }

  static Line unproved(Line line) {
    return new Line(
        line.json(),
        line.text()
            + "\nTheir key is what the relay says: compare safety numbers before you trust it.");
  }
}
