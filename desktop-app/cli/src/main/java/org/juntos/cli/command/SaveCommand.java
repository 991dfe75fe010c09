package org.juntos.cli.command;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.juntos.cli.verb.Save;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "save", description = "Fetch all files of a message, and write them to a folder.")
final class SaveCommand implements VerbCommand {
  @Mixin private MessageParameter message = new MessageParameter();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "Made when it is missing. A file whose name is taken there gets a number.")
  private Path folder = Path.of("");

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      converter = Seconds.class,
      description = "How long fetching may take (${DEFAULT-VALUE}).")
  private Duration timeout = Duration.ZERO;

  @Override
  public Verb verb(InputStream input) {
    return new Save(message.id(), folder, timeout);
  }
}
