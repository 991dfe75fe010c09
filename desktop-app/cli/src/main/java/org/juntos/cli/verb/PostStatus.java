package org.juntos.cli.verb;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.StatusView;

/// Posts a status, and waits until the relay has it; what is not there in time goes on later.
///
/// @param text the text, or what is written under a picture or video
/// @param background its name
/// @param file null for a text
/// @param audience `contacts`, or who is to see it; empty for whom it was last time
public record PostStatus(
    String text, String background, @Nullable Path file, List<String> audience, Duration timeout)
    implements Verb {
  public PostStatus {
    audience = List.copyOf(audience);
  }

  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    desk.ready();
    var intent =
        new Intent.PostStatus(
            text,
            Statuses.background(background),
            file == null ? null : file.toAbsolutePath(),
            audience.isEmpty() ? null : Statuses.audience(desk, audience));
    if (!(desk.submit(intent) instanceof Outcome.Posted(var id))) {
      throw new IllegalStateException("a status was not posted");
    }
    return output -> {
      var deadline = desk.deadline(timeout);
      var found = Statuses.await(desk, id, status -> isDecided(desk, status), deadline);
      if (found == null) {
        throw Refusal.of("status-unknown", "The status was deleted meanwhile.", "");
      }
      desk.settle(timeout);
      output.print(Statuses.line(found));
      var failure = found.status().failure();
      if (failure != null) {
        throw new Refusal(Problem.local(failure.code(), failure.sentence(), ""));
      }
    };
  }

  /// Offline it waits in the profile.
  private static boolean isDecided(Desk desk, StatusView status) {
    return status.state() != StatusView.State.POSTING || desk.isOffline();
  }
}
