package org.juntos.relay;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.store.Holdings;
import org.juntos.relay.store.StoreUnusableException;
import org.juntos.wire.WireLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists what a data folder holds, one line each.
@Command(
    name = "juntos relay held",
    mixinStandardHelpOptions = true,
    description =
        "Lists the envelopes and files that a relay holds: id, size and expiry, all that it knows of them.")
final class HeldCommand implements Callable<Integer> {
  /// First argument that asks for it.
  static final String NAME = "held";

  private final PrintWriter out;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Data folder of the relay, which may be running.")
  private @Nullable Path data;

  HeldCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws StoreUnusableException {
    if (data == null) {
      throw new IllegalStateException("picocli demands --data");
    }
    for (var held : Holdings.in(data, WireLimits.MESSAGE_EXPIRY)) {
      out.printf(
          "%-8s  %s  %d bytes, expires %s%n",
          held.kind(), held.id(), held.bytes(), held.expiresAt());
    }
    return 0;
  }
}
