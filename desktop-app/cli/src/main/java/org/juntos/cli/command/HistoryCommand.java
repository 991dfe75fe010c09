package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.History;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "history", description = "Print the newest messages of a conversation.")
final class HistoryCommand implements VerbCommand {
  @Parameters(paramLabel = "CONTACT", description = "Account id, its beginning, or name.")
  private String contact = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      converter = Count.class,
      description = "How many (${DEFAULT-VALUE}).")
  private int limit;

  @Override
  public Verb verb(InputStream input) {
    return new History(contact, limit);
  }
}
