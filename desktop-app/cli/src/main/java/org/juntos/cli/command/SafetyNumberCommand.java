package org.juntos.cli.command;

import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.SafetyNumbers;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "safety-number",
    description = {
      "Tell the safety number of a contact: it is the same on both sides when nobody sits between.",
      "Compare it in person or on a call, then say so with verify-safety-number."
    })
final class SafetyNumberCommand implements VerbCommand {
  @Parameters(paramLabel = "CONTACT", description = "Account id, its beginning, or name.")
  private String contact = "";

  @Option(
      names = "--qr",
      paramLabel = "FILE.png",
      description = "Save it as a QR code for them to scan, in a file that does not exist yet.")
  private @Nullable Path qr;

  @Override
  public Verb verb(InputStream input) {
    return new SafetyNumbers(contact, qr);
  }
}
