package org.juntos.cli.command;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.juntos.cli.verb.DoNotDisturb;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "dnd",
    description = "Do not disturb: on all of your devices, nothing notifies.",
    subcommands = {
      DndCommand.Show.class,
      DndCommand.On.class,
      DndCommand.Off.class,
      DndCommand.Schedule.class
    })
final class DndCommand {
  private DndCommand() {}

  @Command(name = "show", description = "Whether it is on, and when it is by itself.")
  static final class Show implements VerbCommand {
    @Override
    public Verb verb(InputStream input) {
      return new DoNotDisturb(DoNotDisturb.show(), Times.SETTLE);
    }
  }

  @Command(name = "on", description = "Turn it on for a while.")
  static final class On implements VerbCommand {
    @Option(
        names = "--for",
        paramLabel = "LENGTH",
        defaultValue = "always",
        description =
            "30m, 1h, 1d, tomorrow (until 8:00), always, or a time to come as ISO 8601"
                + " (${DEFAULT-VALUE}).")
    private String length = "";

    @Override
    public Verb verb(InputStream input) {
      return new DoNotDisturb(DoNotDisturb.on(length), Times.SETTLE);
    }
  }

  @Command(
      name = "off",
      description = "Turn it off; hours of the schedule that have begun are left out this once.")
  static final class Off implements VerbCommand {
    @Override
    public Verb verb(InputStream input) {
      return new DoNotDisturb(DoNotDisturb.off(), Times.SETTLE);
    }
  }

  @Command(name = "schedule", description = "Turn it on by itself, each week.")
  static final class Schedule implements VerbCommand {
    @Option(names = "--off", description = "Without a schedule.")
    private boolean off;

    @Option(
        names = "--days",
        paramLabel = "DAYS",
        split = ",",
        description = "On which it begins: mon,tue,wed,thu,fri,sat,sun.")
    private List<String> days = new ArrayList<>();

    @Option(names = "--from", paramLabel = "HH:MM", description = "When it begins.")
    private String from = "";

    @Option(
        names = "--to",
        paramLabel = "HH:MM",
        description = "When it is over; on the next day when that is not after --from.")
    private String to = "";

    @Override
    public Verb verb(InputStream input) {
      return new DoNotDisturb(DoNotDisturb.schedule(!off, days, from, to), Times.SETTLE);
    }
  }
}
