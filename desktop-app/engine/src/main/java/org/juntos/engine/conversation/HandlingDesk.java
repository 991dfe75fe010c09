package org.juntos.engine.conversation;

import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.Outcome;

/// Hands each intent about what people do with messages to whoever answers it.
public record HandlingDesk(Forwarding forwarding, Keeping keeping, Scheduling scheduling) {
  /// Commits what the person wants.
  public Outcome submit(HandlingIntent intent) throws InterruptedException {
    return switch (intent) {
      case HandlingIntent.Send send -> forwarding.send(send);
      case HandlingIntent.Forward forward -> forwarding.forward(forward);
      case HandlingIntent.Star star -> keeping.star(star);
      case HandlingIntent.Pin(var message, var pinned) -> keeping.pin(message, pinned);
      case HandlingIntent.KeepDraft draft -> keeping.draft(draft);
      case HandlingIntent.Schedule schedule -> scheduling.schedule(schedule);
      case HandlingIntent.Reschedule change -> scheduling.change(change);
      case HandlingIntent.SendScheduled(var scheduled) -> scheduling.sendNow(scheduled);
      case HandlingIntent.CancelScheduled(var scheduled) -> scheduling.cancel(scheduled);
    };
  }
}
