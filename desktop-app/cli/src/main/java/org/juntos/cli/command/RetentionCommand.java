package org.juntos.cli.command;

import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Retention;
import org.juntos.cli.verb.Verb;
import org.juntos.content.Keeping;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "retention",
    description = {
      "For how long this account keeps its own history. What is older is removed from its devices,",
      "and from nobody else's."
    },
    subcommands = {RetentionCommand.Show.class, RetentionCommand.Set.class})
final class RetentionCommand {
  private static final int MONTH_DAYS = 30;

  @Command(name = "show", description = "Show for how long history is kept.")
  static final class Show implements VerbCommand {
    @Option(
        names = "--conversation",
        paramLabel = "CONVERSATION",
        description = "Of one conversation: a contact, or a group.")
    private @Nullable String conversation;

    @Override
    public Verb verb(InputStream input) {
      return Retention.show(conversation);
    }
  }

  @Command(
      name = "set",
      description = {
        "Set for how long history is kept, and tell how many messages are older: these are removed",
        "from now on, in the background, while a program of this account runs. They do not come"
            + " back."
      })
  static final class Set implements VerbCommand {
    @Parameters(
        paramLabel = "DURATION",
        description = {
          "day, week, month (30 days), whole days or weeks as 90d or 8w, or forever; with",
          "--conversation also default: as all others."
        })
    private String duration = "";

    @Option(
        names = "--conversation",
        paramLabel = "CONVERSATION",
        description = "Of one conversation: a contact, or a group.")
    private @Nullable String conversation;

    @Option(names = "--dry-run", description = "Only tell how many messages are older.")
    private boolean dryRun;

    @Override
    public Verb verb(InputStream input) throws Refusal {
      return Retention.set(conversation, keep(), dryRun, Times.SETTLE);
    }

    private @Nullable Keeping keep() throws Refusal {
      return switch (duration) {
        case "forever" -> Keeping.FOR_EVER;
        case "day" -> new Keeping(1);
        case "week" -> new Keeping(7);
        case "month" -> new Keeping(MONTH_DAYS);
        case "default" -> {
          if (conversation == null) {
            throw Refusal.of("usage", "The setting for all has no default.", "See --help.");
          }
          yield null;
        }
        default -> days(Timespan.parse(duration));
      };
    }

    private static Keeping days(@Nullable Duration time) throws Refusal {
      if (time == null
          || time.toDays() < 1
          || time.toDays() > Keeping.MOST_DAYS
          || !time.equals(Duration.ofDays(time.toDays()))) {
        throw Refusal.of(
            "usage", "History is kept for whole days.", "Give day, week, month, 90d or forever.");
      }
      return new Keeping(Math.toIntExact(time.toDays()));
    }
  }
}
