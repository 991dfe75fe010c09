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
        "Lists the envelopes and files that a relay holds: id, size and expiry. Of an envelope it also knows for which device it waits, of a file from which account it came; of neither what is in it.")
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
          "%-8s  %s  %s bytes, expires %s%n", held.kind(), held.id(), size(held), held.expiresAt());
    }
    return 0;
  }

  private static String size(Holdings.Held held) {
    return held.here() == held.bytes()
        ? Long.toString(held.bytes())
        : "%d of %d".formatted(held.here(), held.bytes());
  }
}
