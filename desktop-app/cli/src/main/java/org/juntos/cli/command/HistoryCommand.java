package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.History;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "history", description = "Print the newest messages of a conversation.")
final class HistoryCommand implements VerbCommand {
  @Parameters(paramLabel = "CONTACT", description = "Account id, its beginning, or name.")
  private String contact = "";

  @Mixin private LimitOption limit = new LimitOption();

  @Override
  public Verb verb(InputStream input) {
    return new History(contact, limit.limit());
  }
}
