package org.juntos.relay;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Makes a data folder from a backup.
@Command(
    name = "juntos relay restore",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a data folder from a backup, after checking all of it. Stop the old relay for good",
      "first: two relays with the same keys would take messages for the same people.",
      "",
      "What was acknowledged since the backup is delivered once more, and the clients drop it. What",
      "was accepted since is not there: its senders are not told. One-time prekeys are not given",
      "out again; devices upload others when they connect.",
      ""
    })
final class RestoreCommand implements Callable<Integer> {
  /// First argument that asks for it.
  static final String NAME = "restore";

  private final PrintWriter out;
  private final InstantSource clock;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DIR|FILE.zip",
      description = "What juntos relay backup made.")
  private @Nullable Path from;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "NEWDIR",
      description = "The new data folder: missing or empty.")
  private @Nullable Path data;

  RestoreCommand(PrintWriter out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    var folder = Objects.requireNonNull(data);
    var madeAt = Restore.from(Objects.requireNonNull(from), folder, clock.instant());
    out.println("restored to " + folder + " as it was at " + madeAt + ", checked");
    return 0;
  }
}
