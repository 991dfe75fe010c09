package org.juntos.relay;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.backup.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Copies what a relay holds.
@Command(
    name = "juntos relay backup",
    mixinStandardHelpOptions = true,
    description = {
      "Copies all that a relay holds, while it runs: accounts, waiting messages, files, keys.",
      "Whoever has the copy can run the relay in its name: keep it like the relay itself.",
      ""
    })
final class BackupCommand implements Callable<Integer> {
  /// First argument that asks for it.
  static final String NAME = "backup";

  private final PrintWriter out;
  private final InstantSource clock;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Data folder of the relay, which may be running.")
  private @Nullable Path data;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR|FILE.zip",
      description = "A new folder, or a new file whose name ends in .zip.")
  private @Nullable Path to;

  BackupCommand(PrintWriter out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    var target = Objects.requireNonNull(to);
    long bytes = Backup.make(Objects.requireNonNull(data), target, clock.instant());
    out.println("backed up to " + target + ", " + bytes + " bytes, checked");
    return 0;
  }
}
