package org.juntos.cli.verb;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.PlainText;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.StatusView;

/// Shows a status: fetches it if it is not here, and lets its author know.
///
/// @param out where its file goes; null for nowhere
public record ViewStatus(String status, @Nullable Path out, Duration timeout) implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    desk.ready();
    return output -> {
      ListStatuses.catchUp(desk, timeout);
      var wanted = Statuses.find(desk, status).status();
      desk.submit(new Intent.ViewStatus(wanted.author(), wanted.id()));
      var deadline = desk.deadline(timeout);
      var found = Statuses.await(desk, wanted.id(), ViewStatus::isDecided, deadline);
      if (found == null) {
        throw Refusal.of("status-unknown", "The status is over.", "");
      }
      refuseMissing(found.status());
      desk.settle(timeout);
      output.print(out == null ? Statuses.line(found) : saved(desk, found, out));
    };
  }

  private static boolean isDecided(StatusView status) {
    return status.viewed()
        && status.state() != StatusView.State.LOADING
        && status.state() != StatusView.State.OFFERED;
  }

  private static void refuseMissing(StatusView status) throws Refusal {
    var failure = status.failure();
    if (failure != null && status.state() == StatusView.State.FAILED) {
      throw new Refusal(Problem.local(failure.code(), failure.sentence(), ""));
    }
    if (!isDecided(status)) {
      throw Refusal.of(
          "timeout", "The status did not come in time.", "Try again; it goes on where it was.");
    }
  }

  private static Line saved(Desk desk, Statuses.Found found, Path out)
      throws Refusal, InterruptedException {
    var status = found.status();
    var target = out.toAbsolutePath();
    var intent = new Intent.SaveStatus(status.author(), status.id(), target);
    if (!(desk.submit(intent) instanceof Outcome.Saved(var file))) {
      throw new IllegalStateException("a status was not saved");
    }
    var json = Statuses.json(found);
    json.put("savedTo", file.toString());
    return new Line(json, Statuses.line(found).text() + " -> " + PlainText.safe(file.toString()));
  }
}
