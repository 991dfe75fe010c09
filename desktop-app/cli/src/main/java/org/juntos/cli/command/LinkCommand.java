package org.juntos.cli.command;

import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.Link;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "link", description = "Print your contact link for others to add.")
final class LinkCommand implements VerbCommand {
  @Option(
      names = "--qr",
      paramLabel = "FILE.png",
      description = "Save it as a QR code, too, in a file that does not exist yet.")
  private @Nullable Path qr;

  @Override
  public Verb verb(InputStream input) {
    return new Link(qr);
  }
}
