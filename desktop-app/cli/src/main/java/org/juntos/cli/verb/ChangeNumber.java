package org.juntos.cli.verb;

import java.util.LinkedHashMap;
import org.juntos.cli.output.Line;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.engine.intent.Intent;

/// Another number or e-mail address for the account: asks for a code to it, or gives that code.
public sealed interface ChangeNumber extends Verb {
  /// Asks for a code.
  record Ask(CodeTarget target) implements ChangeNumber {
    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      desk.ready();
      desk.submit(new Intent.ChangeAddress(target));
      return output -> output.print(line(false, "A code is on its way to " + target.text() + "."));
    }
  }

  /// Gives the code. Can be repeated after a failure.
  ///
  /// @param pins of the account that has the number now, if that is locked
  record Confirm(String code, Pins pins) implements ChangeNumber {
    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      desk.ready();
      try {
        desk.submit(new Intent.ConfirmAddress(code));
      } catch (Refusal refusal) {
        var file = pins.file();
        if (file == null || !refusal.problem().code().equals("registration-locked")) {
          throw refusal;
        }
        desk.submit(new Intent.OpenAddress(Keys.read(file)));
      }
      return output -> output.print(line(true, "This account has the new number or address."));
    }
  }

  private static Line line(boolean changed, String text) {
    var json = new LinkedHashMap<String, Object>();
    json.put("changed", changed);
    return new Line(json, text);
  }
}
