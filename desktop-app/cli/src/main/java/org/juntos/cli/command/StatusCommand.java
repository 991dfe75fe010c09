package org.juntos.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.ChangeStatus;
import org.juntos.cli.verb.ListStatuses;
import org.juntos.cli.verb.PostStatus;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.StatusSettings;
import org.juntos.cli.verb.Texts;
import org.juntos.cli.verb.Verb;
import org.juntos.cli.verb.ViewStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "status",
    description = "Statuses: texts, pictures and videos that last 24 hours.",
    subcommands = {
      StatusCommand.Post.class,
      StatusCommand.ListAll.class,
      StatusCommand.View.class,
      StatusCommand.Delete.class,
      StatusCommand.Retry.class,
      StatusCommand.Reply.class,
      StatusCommand.Audience.class,
      StatusCommand.Mute.class,
      StatusCommand.Receipts.class
    })
final class StatusCommand {
  private static final String ID = "Id of the status, or the beginning of it.";

  @Command(
      name = "post",
      description = "Post one. What does not reach the relay in time goes on later.")
  static final class Post implements VerbCommand {
    @Parameters(paramLabel = "FILE", arity = "0..1", description = "A picture or a video.")
    private @Nullable Path file;

    @Option(
        names = "--text",
        paramLabel = "TEXT",
        description = "Instead of a file: a text; - reads it from standard input.")
    private String text = "";

    @Option(
        names = "--background",
        paramLabel = "NAME",
        defaultValue = "indigo",
        description =
            "Of a text: indigo, teal, green, amber, coral, rose, violet or slate"
                + " (${DEFAULT-VALUE}).")
    private String background = "";

    @Option(
        names = "--caption",
        paramLabel = "TEXT",
        description = "With a file: what is written under it.")
    private String caption = "";

    @Option(
        names = "--audience",
        paramLabel = "WHO",
        split = ",",
        description =
            "Who is to see this and the next ones: contacts, or names of contacts, separated by"
                + " commas. Without it, whoever it was last time; all contacts at first.")
    private List<String> audience = new ArrayList<>();

    @Option(
        names = "--timeout",
        paramLabel = "SECONDS",
        defaultValue = "60",
        converter = Seconds.class,
        description = "How long to wait at most until the relay has it (${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ZERO;

    @Override
    public Verb verb(InputStream input) throws Refusal, IOException {
      if (file == null ? !caption.isEmpty() : !text.isEmpty()) {
        throw Refusal.of("usage", "Give --text, or a file and --caption.", "See --help.");
      }
      var written = text.equals("-") ? Texts.read(input) : Texts.checked(text + caption);
      return new PostStatus(written, background, file, audience, timeout);
    }
  }

  @Command(name = "list", description = "List those that are not over: one's own, then others.")
  static final class ListAll implements VerbCommand {
    @Override
    public Verb verb(InputStream input) {
      return new ListStatuses(Times.SETTLE);
    }
  }

  @Command(
      name = "view",
      description = "Show one; its author learns that it was seen, unless receipts are off.")
  static final class View implements VerbCommand {
    @Parameters(paramLabel = "ID", description = ID)
    private String status = "";

    @Option(
        names = "--out",
        paramLabel = "FILE",
        description = "Write its picture or video there; there must be no such file yet.")
    private @Nullable Path out;

    @Option(
        names = "--timeout",
        paramLabel = "SECONDS",
        defaultValue = "60",
        converter = Seconds.class,
        description = "How long it may take to come (${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ZERO;

    @Override
    public Verb verb(InputStream input) {
      return new ViewStatus(status, out, timeout);
    }
  }

  @Command(name = "delete", description = "Take one of one's own back, everywhere.")
  static final class Delete implements VerbCommand {
    @Parameters(paramLabel = "ID", description = ID)
    private String status = "";

    @Override
    public Verb verb(InputStream input) {
      return ChangeStatus.delete(status, Times.SETTLE);
    }
  }

  @Command(name = "retry", description = "Try one that the relay has refused again.")
  static final class Retry implements VerbCommand {
    @Parameters(paramLabel = "ID", description = ID)
    private String status = "";

    @Override
    public Verb verb(InputStream input) {
      return ChangeStatus.retry(status, Times.SETTLE);
    }
  }

  @Command(name = "reply", description = "Write to the author of one about it.")
  static final class Reply implements VerbCommand {
    @Parameters(paramLabel = "ID", description = ID)
    private String status = "";

    @Option(
        names = "--text",
        paramLabel = "TEXT",
        required = true,
        description = "The text; - reads it from standard input.")
    private String text = "";

    @Override
    public Verb verb(InputStream input) throws Refusal, IOException {
      var written = Texts.given(text, input);
      return ChangeStatus.reply(status, written, Times.SETTLE);
    }
  }

  @Command(name = "audience", description = "Tell or say who is to see the next ones.")
  static final class Audience implements VerbCommand {
    @Parameters(
        paramLabel = "contacts|only NAME...",
        arity = "0..*",
        description = "All contacts, or only those.")
    private List<String> words = new ArrayList<>();

    @Override
    public Verb verb(InputStream input) throws Refusal {
      if (words.isEmpty() || words.equals(List.of("contacts"))) {
        return new StatusSettings(words, "", Times.SETTLE);
      }
      if (!words.getFirst().equals("only") || words.size() < 2) {
        throw Refusal.of("usage", "Give contacts, or only and names.", "See --help.");
      }
      return new StatusSettings(words.subList(1, words.size()), "", Times.SETTLE);
    }
  }

  @Command(name = "mute", description = "Put the statuses of somebody out of sight, or back.")
  static final class Mute implements VerbCommand {
    @Parameters(paramLabel = "CONTACT", description = "Account id, its beginning, or name.")
    private String contact = "";

    @Option(names = "--off", description = "Back.")
    private boolean off;

    @Override
    public Verb verb(InputStream input) {
      return new StatusSettings.Mute(contact, !off, Times.SETTLE);
    }
  }

  @Command(
      name = "receipts",
      description = "Whether authors learn that you saw theirs, and you who saw yours: on or off.")
  static final class Receipts implements VerbCommand {
    /// What it can be.
    enum Choice {
      on,
      off
    }

    @Parameters(paramLabel = "on|off", description = "On at first.")
    private Choice choice = Choice.on;

    @Override
    public Verb verb(InputStream input) {
      return new StatusSettings(List.of(), choice.name(), Times.SETTLE);
    }
  }
}
