package org.juntos.cli.command;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.Saying;
import org.juntos.cli.verb.Send;
import org.juntos.cli.verb.Verb;
import org.juntos.cli.verb.VoiceMessages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "voice",
    description = "Voice messages: send a sound file as one, list them, mark them as played.",
    subcommands = {VoiceCommand.Speak.class, VoiceCommand.Listed.class, VoiceCommand.Played.class})
final class VoiceCommand {
  @Command(
      name = "send",
      description =
          "Send the sound of a file of any kind as a voice message: Opus, one hour at most.")
  static final class Speak implements VerbCommand {
    @Parameters(index = "0", paramLabel = "CONTACT")
    private String contact = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "A sound, or a video with one.")
    private Path file = Path.of("");

    @Option(names = "--silent", description = "They are not told by sound or notification.")
    private boolean silent;

    @Option(
        names = "--wait",
        paramLabel = "STAGE",
        description = "Wait until the message is ${COMPLETION-CANDIDATES}.")
    private SendCommand.@Nullable Wait wait;

    @Option(
        names = "--timeout",
        paramLabel = "SECONDS",
        defaultValue = "60",
        converter = Seconds.class,
        description = "How long to wait at most (${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ZERO;

    @Override
    public Verb verb(InputStream input) {
      return new Send(
          contact,
          "",
          List.of(VoiceMessages.file(file)),
          silent,
          Saying.PLAIN,
          SendCommand.Wait.stage(wait),
          timeout,
          Times.SETTLE);
    }
  }

  @Command(
      name = "list",
      description = "The newest voice messages of a conversation, and how long each is.")
  static final class Listed implements VerbCommand {
    @Parameters(paramLabel = "CONTACT")
    private String contact = "";

    @Mixin private LimitOption limit = new LimitOption();

    @Override
    public Verb verb(InputStream input) {
      return new VoiceMessages.Listed(contact, limit.limit());
    }
  }

  @Command(
      name = "played",
      description = "Mark voice messages as played, on all of your devices; nobody else learns it.")
  static final class Played implements VerbCommand {
    @Mixin private MessagesParameter messages = new MessagesParameter();

    @Override
    public Verb verb(InputStream input) {
      return new VoiceMessages.Played(messages.ids(), Times.SETTLE);
    }
  }
}
