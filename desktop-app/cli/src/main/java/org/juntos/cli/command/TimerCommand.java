package org.juntos.cli.command;

import java.io.InputStream;
import java.time.Duration;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Timer;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "timer",
    description = {
      "Show or set what new messages of a conversation vanish after, for everybody in it: once a",
      "reader has seen them, and on the author's devices once they have left. In a group whoever",
      "may change its name may set it."
    })
final class TimerCommand implements VerbCommand {
  private enum Deed {
    show,
    set,
    off
  }

  @Parameters(
      index = "0",
      paramLabel = "CONVERSATION",
      description = "Account id, its beginning, or name of a contact; or a group.")
  private String conversation = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "show|set|off",
      description = "What to do; show when nothing is given.")
  private Deed deed = Deed.show;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "DURATION",
      description = "With set: 30s, 5m, 8h, 1d, 4w, 1d12h, at most 366d; or off.")
  private String duration = "";

  @Override
  public Verb verb(InputStream input) throws Refusal {
    return switch (deed) {
      case show -> {
        requireNone();
        yield Timer.show(conversation);
      }
      case off -> {
        requireNone();
        yield Timer.set(conversation, Duration.ZERO, Times.SETTLE);
      }
      case set -> Timer.set(conversation, after(), Times.SETTLE);
    };
  }

  private void requireNone() throws Refusal {
    if (!duration.isEmpty()) {
      throw Refusal.of("usage", "A duration is given with set alone.", "See --help.");
    }
  }

  private Duration after() throws Refusal {
    if (duration.equals("off")) {
      return Duration.ZERO;
    }
    var after = Timespan.parse(duration);
    if (after == null || after.isZero()) {
      throw Refusal.of("usage", "This is no duration.", "Give for instance 30s, 8h, 1d or 4w.");
    }
    return after;
  }
}
