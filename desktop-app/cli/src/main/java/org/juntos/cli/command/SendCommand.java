package org.juntos.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Send;
import org.juntos.cli.verb.Spread;
import org.juntos.cli.verb.Texts;
import org.juntos.cli.verb.Verb;
import org.juntos.engine.model.EntryView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "send",
    description = "Send text, files or both. What is not delivered in time goes on later.")
final class SendCommand implements VerbCommand {
  /// What can be waited for.
  enum Wait {
    accepted(EntryView.Stage.SENT),
    delivered(EntryView.Stage.DELIVERED),
    seen(EntryView.Stage.SEEN);

    private final EntryView.Stage stage;

    Wait(EntryView.Stage stage) {
      this.stage = stage;
    }

    /// NONE when nothing is waited for.
    static EntryView.Stage stage(@Nullable Wait wait) {
      return wait == null ? EntryView.Stage.NONE : wait.stage;
    }
  }

  @Parameters(paramLabel = "CONTACT", description = "Account id, its beginning, or name.")
  private String contact = "";

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description = "The text; - reads it from standard input, byte for byte.")
  private String text = "";

  @Mixin private FileOptions attached = new FileOptions();

  @Option(
      names = "--also",
      paramLabel = "CONTACT",
      description = "Send the same to them, too; may be given several times. A line for each.")
  private List<String> others = new ArrayList<>();

  @Option(names = "--silent", description = "They are not told by sound or notification.")
  private boolean silent;

  @Mixin private SayingOptions saying = new SayingOptions();

  @Option(
      names = "--preview",
      description = "A preview of its first link goes along, when link-previews are on.")
  private boolean preview;

  @Option(
      names = "--wait",
      paramLabel = "STAGE",
      description = "Wait until the message is ${COMPLETION-CANDIDATES}.")
  private @Nullable Wait wait;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      converter = Seconds.class,
      description = "How long to wait at most (${DEFAULT-VALUE}).")
  private Duration timeout = Duration.ZERO;

  @Override
  public Verb verb(InputStream input) throws Refusal, IOException {
    var body = Texts.given(text, input);
    var files = attached.files();
    if (!others.isEmpty()) {
      if (wait != null) {
        throw Refusal.of("usage", "--wait waits for one message only.", "Leave out --also.");
      }
      return Spread.send(contacts(), body, files, silent, saying.saying(preview), Times.SETTLE);
    }
    return new Send(
        contact,
        body,
        files,
        silent,
        saying.saying(preview),
        Wait.stage(wait),
        timeout,
        Times.SETTLE);
  }

  private List<String> contacts() {
    var all = new ArrayList<>(List.of(contact));
    all.addAll(others);
    return all;
  }
}
