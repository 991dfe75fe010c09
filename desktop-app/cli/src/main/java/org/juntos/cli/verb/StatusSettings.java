package org.juntos.cli.verb;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.juntos.cli.output.Line;
import org.juntos.engine.intent.Intent;

/// Says or tells who is to see statuses, and whether authors learn that theirs were seen.
///
/// @param audience `contacts`, or who is to see them; empty to leave that
/// @param receipts `on`, `off`, or empty to leave that
public record StatusSettings(List<String> audience, String receipts, Duration settle)
    implements Verb {
  public StatusSettings {
    audience = List.copyOf(audience);
  }

  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    desk.ready();
    var view = desk.models().statuses().value();
    var wanted = view.audience();
    boolean told = view.receipts();
    if (!audience.isEmpty()) {
      wanted = Statuses.audience(desk, audience);
      desk.submit(new Intent.SetStatusAudience(wanted));
    }
    if (!receipts.isEmpty()) {
      told = receipts.equals("on");
      desk.submit(new Intent.SetStatusReceipts(told));
    }
    var now = Statuses.audienceLine(desk, wanted, told);
    return output -> {
      desk.settle(settle);
      output.print(now);
    };
  }

  /// Mutes somebody's statuses, or not any more.
  public record Mute(String contact, boolean muted, Duration settle) implements Verb {
    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      var account = Contacts.find(desk, contact).account();
      desk.submit(new Intent.MuteStatuses(account, muted));
      return output -> {
        desk.settle(settle);
        output.print(
            new Line(
                Map.of("account", account.toString(), "muted", muted),
                account + (muted ? "  muted" : "  not muted")));
      };
    }
  }
}
