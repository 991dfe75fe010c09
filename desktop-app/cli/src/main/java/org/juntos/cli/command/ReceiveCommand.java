package org.juntos.cli.command;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.Bounds;
import org.juntos.cli.verb.Receive;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "receive",
    description = "Print what came in and was not printed yet, then what comes.")
final class ReceiveCommand implements VerbCommand {
  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      description =
          "End after this time. Without it: never, or after 60 seconds with --until-empty.")
  private @Nullable Duration timeout;

  @Option(
      names = "--until-empty",
      description = "End as soon as nothing waits at the relay any more.")
  private boolean untilEmpty;

  @Option(
      names = "--save",
      paramLabel = "DIR",
      description = "Fetch attachments and write them to this folder.")
  private @Nullable Path save;

  @Option(names = "--read", description = "Tell the authors that their messages were seen.")
  private boolean read;

  @Override
  public Verb verb(InputStream input) {
    return new Receive(time(), untilEmpty, save, read, Times.SETTLE);
  }

  private Duration time() {
    if (timeout != null) {
      return timeout;
    }
    return untilEmpty ? Duration.ofSeconds(60) : Bounds.LONGEST;
  }
}
