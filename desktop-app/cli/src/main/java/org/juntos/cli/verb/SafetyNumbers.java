package org.juntos.cli.verb;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.PlainText;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.engine.intent.SafetyNumberView;
import org.juntos.engine.model.ContactView;

/// Tells the safety number of a contact, as digits and, if wanted, as a QR code in a file.
///
/// @param qr PNG file that does not exist yet; null for none
public record SafetyNumbers(String contact, @Nullable Path qr) implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    var found = Contacts.find(desk, contact);
    var outcome = desk.submit(new PeopleIntent.LookAtSafetyNumber(found.account()));
    if (!(outcome instanceof Outcome.SafetyNumber(var number))) {
      throw new IllegalStateException("looking at a safety number ended as " + outcome);
    }
    if (qr != null) {
      desk.submit(new PeopleIntent.SaveCode(toShow(number).code(), qr));
    }
    return output -> output.print(line(found, number));
  }

  /// What the contact has to see when they are who they say they are: the number of their new key,
  /// when there is one.
  private static SafetyNumberView.Shown toShow(SafetyNumberView number) {
    return number.changed().exists() ? number.changed() : number.known();
  }

  private Line line(ContactView found, SafetyNumberView number) {
    var changed = number.changed().exists();
    var json = new LinkedHashMap<String, Object>();
    json.put("account", found.account().toString());
    json.put("name", found.name());
    json.put("verified", number.verified());
    json.put("digits", number.known().digits());
    json.put("newDigits", changed ? number.changed().digits() : null);
    json.put("code", toShow(number).code());
    json.put("savedTo", qr == null ? null : qr.toString());
    var text = new StringBuilder(PlainText.safe(found.name()));
    text.append(
        changed ? "\nthe number that you had\n" : number.verified() ? "  (verified)\n" : "\n");
    text.append(groups(number.known().digits()));
    if (changed) {
      text.append("\nthe number of their new key\n").append(groups(number.changed().digits()));
    }
    return new Line(json, text.toString());
  }

  /// Four groups of five a line, as the desktop app shows them.
  private static String groups(String digits) {
    var plain = digits.replaceAll("[^0-9]", "");
    return plain
        .replaceAll("(\\d{5})(?=\\d)", "$1 ")
        .replaceAll("((?:\\d{5} ){4})(?=\\d)", "$1\n")
        .replace(" \n", "\n");
  }

  @Override
  public boolean isOnline() {
    return false;
  }
}
