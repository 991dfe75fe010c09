package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.Report;
import org.juntos.cli.verb.Verb;
import org.juntos.wire.ReportReason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "report",
    description = {
      "Block an account and report it to the relay. The relay's operator is told its id, the reason",
      "and the day; no message and no name. The relay sees who reports, and does not write it down."
    })
final class ReportCommand implements VerbCommand {
  @Parameters(paramLabel = "CONTACT", description = "Account id, its beginning, or name.")
  private String contact = "";

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      required = true,
      converter = Reason.class,
      description = "spam, abuse or other.")
  private ReportReason reason = ReportReason.OTHER;

  @Override
  public Verb verb(InputStream input) {
    return new Report(contact, reason, Times.SETTLE);
  }
}
