package org.juntos.cli.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.Pins;
import picocli.CommandLine.Option;

/// The PIN of a number or address that another account keeps locked.
final class PinFile {
  @Option(
      names = "--pin-file",
      paramLabel = "FILE",
      description = {
        "Its first line is the registration PIN of the account that has the number or address.",
        "A new account is locked with it at once."
      })
  private @Nullable Path file;

  Pins pins() {
    return new Pins(file);
  }
}
