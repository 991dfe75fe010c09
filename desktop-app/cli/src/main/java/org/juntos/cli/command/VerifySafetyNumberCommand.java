package org.juntos.cli.command;

import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.Verb;
import org.juntos.cli.verb.VerifyNumber;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify-safety-number",
    description = {
      "Compare the safety number that a contact sees with yours, and mark them as verified when it",
      "is the same. From then on nothing is sent to them when their key changes, until you decide."
    })
final class VerifySafetyNumberCommand implements VerbCommand {
  @Parameters(paramLabel = "CONTACT", description = "Account id, its beginning, or name.")
  private String contact = "";

  @ArgGroup(multiplicity = "1")
  private Seen seen = new Seen();

  /// One of them.
  static final class Seen {
    @Option(
        names = "--digits",
        paramLabel = "DIGITS",
        description = "The 60 digits that they see, in any spacing.")
    private String digits = "";

    @Option(
        names = "--qr",
        paramLabel = "FILE",
        description = "A picture of the code on their screen.")
    private @Nullable Path qr;

    @Option(names = "--undo", description = "They are not verified any more.")
    private boolean undo;
  }

  @Override
  public Verb verb(InputStream input) {
    if (seen.undo) {
      return VerifyNumber.undo(contact, Times.SETTLE);
    }
    return seen.qr != null
        ? VerifyNumber.picture(contact, seen.qr, Times.SETTLE)
        : VerifyNumber.digits(contact, seen.digits, Times.SETTLE);
  }
}
