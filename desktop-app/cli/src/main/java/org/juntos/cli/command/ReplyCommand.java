package org.juntos.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.juntos.cli.verb.ChangeMessage;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Texts;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "reply", description = "Send a message that quotes another one.")
final class ReplyCommand implements VerbCommand {
  @Parameters(index = "0", paramLabel = "MESSAGE", description = "Its id, as in history.")
  private String message = "";

  @Parameters(
      index = "1",
      paramLabel = "TEXT",
      description = "The text; - reads it from standard input, byte for byte.")
  private String text = "";

  @Option(
      names = "--attach",
      paramLabel = "FILE",
      description =
          "A file: not resized, but without its hidden data. Can be given more than once.")
  private List<Path> files = new ArrayList<>();

  @Override
  public Verb verb(InputStream input) throws Refusal, IOException {
    var body = text.equals("-") ? Texts.read(input) : Texts.checked(text);
    return ChangeMessage.reply(message, body, files, Times.SETTLE);
  }
}
