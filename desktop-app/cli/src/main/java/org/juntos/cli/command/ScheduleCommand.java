package org.juntos.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.Later;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Texts;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "schedule",
    description = {
      "Messages that leave later, from this device.",
      "What is due while nothing of Juntos runs on this profile, leaves when something does."
    },
    subcommands = {
      ScheduleCommand.Add.class,
      ScheduleCommand.All.class,
      ScheduleCommand.Change.class,
      ScheduleCommand.Cancel.class,
      ScheduleCommand.Now.class
    })
final class ScheduleCommand {
  /// When it leaves.
  static final class Moment {
    @Option(
        names = "--at",
        required = true,
        paramLabel = "TIME",
        description = "2026-05-31T18:30 by the clock here, or with a zone: 2026-05-31T18:30Z.")
    private String at = "";

    Instant instant() throws Refusal {
      return Later.moment(at, ZoneId.systemDefault());
    }
  }

  @Command(name = "add", description = "Let one leave later; its files are taken now.")
  static final class Add implements VerbCommand {
    @Parameters(paramLabel = "CONTACT", description = "Account id, its beginning, or name.")
    private String contact = "";

    @Mixin private Moment moment = new Moment();

    @Option(
        names = "--text",
        paramLabel = "TEXT",
        description = "The text; - reads it from standard input, byte for byte.")
    private String text = "";

    @Mixin private FileOptions attached = new FileOptions();

    @Option(names = "--reply-to", paramLabel = "MESSAGE", description = "What it replies to.")
    private String replyTo = "";

    @Option(names = "--silent", description = "They are not told by sound or notification.")
    private boolean silent;

    @Override
    public Verb verb(InputStream input) throws Refusal, IOException {
      return new Later.Add(
          contact, Texts.given(text, input), attached.files(), replyTo, silent, moment.instant());
    }
  }

  @Command(name = "list", description = "Those that are to leave, the next first.")
  static final class All implements VerbCommand {
    @Override
    public Verb verb(InputStream input) {
      return new Later.All();
    }
  }

  @Command(name = "change", description = "Another time, and another text if one is given.")
  static final class Change implements VerbCommand {
    @Parameters(paramLabel = "SCHEDULED", description = "Its id, as in schedule list.")
    private String scheduled = "";

    @Mixin private Moment moment = new Moment();

    @Option(names = "--text", paramLabel = "TEXT", description = "In the place of its text.")
    private @Nullable String text;

    @Override
    public Verb verb(InputStream input) throws Refusal, IOException {
      return new Later.Change(
          scheduled, text == null ? null : Texts.given(text, input), moment.instant());
    }
  }

  @Command(name = "cancel", description = "Do not send one.")
  static final class Cancel implements VerbCommand {
    @Parameters(paramLabel = "SCHEDULED", description = "Its id, as in schedule list.")
    private String scheduled = "";

    @Override
    public Verb verb(InputStream input) {
      return new Later.Cancel(scheduled);
    }
  }

  @Command(name = "now", description = "Send one now.")
  static final class Now implements VerbCommand {
    @Parameters(paramLabel = "SCHEDULED", description = "Its id, as in schedule list.")
    private String scheduled = "";

    @Override
    public Verb verb(InputStream input) {
      return new Later.Now(scheduled, Times.SETTLE);
    }
  }
}
