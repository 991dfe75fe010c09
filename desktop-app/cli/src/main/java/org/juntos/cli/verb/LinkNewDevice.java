package org.juntos.cli.verb;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.Output;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.SessionView;

/// Makes this profile another device of an account: prints a code, and waits until a device of the
/// account has used it.
///
/// @param device what the person calls this one
public record LinkNewDevice(String relay, String device, Duration timeout) implements Verb {
  /// How long to stay until the account's other devices and contacts have been told.
  private static final Duration INTRODUCING = Duration.ofSeconds(20);

  @Override
  public Rest begin(Desk desk) {
    return output -> {
      if (!(desk.session() instanceof SessionView.LinkAccepted)) {
        desk.submit(new Intent.StartLinking(relay, device));
        await(desk, output);
      }
      create(desk, output);
    };
  }

  private void await(Desk desk, Output output) throws Refusal, InterruptedException, IOException {
    var deadline = desk.deadline(timeout);
    try (var sessions = new Arrivals<SessionView>(desk.models().session()::watch)) {
      if (desk.session() instanceof SessionView.Linking linking) {
        output.print(line(linking));
      }
      while (!(desk.session() instanceof SessionView.LinkAccepted)) {
        if (desk.session() instanceof SessionView.Linking(_, _, _, var problem)
            && problem != null) {
          throw new Refusal(problem);
        }
        if (deadline.isOver()) {
          throw Refusal.of(
              "timeout", "No device of the account has used the code in time.", "Try again.");
        }
        sessions.next(deadline);
      }
    }
  }

  private static void create(Desk desk, Output output)
      throws Refusal, InterruptedException, IOException {
    boolean keyring =
        desk.session() instanceof SessionView.LinkAccepted accepted && accepted.keyring();
    desk.submit(new Intent.CreateProfile("", desk.keys().protection(keyring)));
    output.print(Describe.account(desk.ready()));
    desk.settle(INTRODUCING);
  }

  private static Line line(SessionView.Linking linking) {
    var json = new LinkedHashMap<String, Object>();
    json.put("code", linking.code());
    json.put("expiresAt", linking.expiresAt().toString());
    return new Line(
        json,
        "On a device of the account: link-device CODE, or paste it in Settings, Devices.\n"
            + linking.code());
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
