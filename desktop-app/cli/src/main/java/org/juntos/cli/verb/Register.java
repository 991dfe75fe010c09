package org.juntos.cli.verb;

import java.util.LinkedHashMap;
import org.juntos.cli.output.Line;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.SessionView;

/// Asks the relay to send a code to a phone number or an e-mail address.
public record Register(String relay, CodeTarget target) implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    desk.submit(new Intent.StartRegistration(relay, target));
    return output -> output.print(sent(desk));
  }

  @Override
  public boolean isForNewcomers() {
    return true;
  }

  private Line sent(Desk desk) {
    var json = new LinkedHashMap<String, Object>();
    json.put("relay", relay);
    var kind =
        switch (target) {
          case CodeTarget.PhoneNumber _ -> "phone";
          case CodeTarget.EmailAddress _ -> "email";
        };
    json.put(kind, target.text());
    if (desk.session() instanceof SessionView.CodeSent sent) {
      json.put("relay", sent.relay());
      json.put(kind, sent.sentTo());
      json.put("resendAt", sent.resendAt().toString());
      json.put("expiresAt", sent.expiresAt().toString());
      json.put("triesLeft", sent.triesLeft());
    }
    return new Line(json, "A code is on its way to " + json.get(kind) + ".");
  }
}
