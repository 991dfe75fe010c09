package org.juntos.cli.verb;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.wire.AccountId;

/// Compares the safety number of a contact, or takes back that it was compared.
///
/// @param verified what is so afterwards
/// @param settle how long to stay until own devices have been told
public record VerifyNumber(
    String contact, Function<AccountId, Intent> intent, boolean verified, Duration settle)
    implements Verb {
  /// With the digits that the contact sees.
  public static VerifyNumber digits(String contact, String digits, Duration settle) {
    return new VerifyNumber(
        contact, id -> new PeopleIntent.CompareSafetyNumber(id, digits), true, settle);
  }

  /// With a picture of the code on the contact's screen.
  public static VerifyNumber picture(String contact, Path picture, Duration settle) {
    return new VerifyNumber(
        contact, id -> new PeopleIntent.ScanSafetyNumber(id, picture), true, settle);
  }

  /// It is not verified any more.
  public static VerifyNumber undo(String contact, Duration settle) {
    return new VerifyNumber(contact, id -> new Intent.MarkVerified(id, false), false, settle);
  }

  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    var account = Contacts.find(desk, contact).account();
    desk.submit(intent.apply(account));
    return output -> {
      desk.settle(settle);
      var shown = Contacts.await(desk, account, now -> now.verified() == verified);
      output.print(Describe.contact(shown));
    };
  }
}
