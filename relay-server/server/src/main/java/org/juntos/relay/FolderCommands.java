package org.juntos.relay;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import org.juntos.relay.backup.Backup;
import org.juntos.relay.backup.Restore;
import org.juntos.relay.store.Holdings;
import org.juntos.relay.store.StoreUnusableException;
import org.juntos.wire.WireLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What is done with a data folder, whether a relay runs on it or not.
@Command(name = "juntos relay")
final class FolderCommands {
  /// First argument that asks for the list of what is held.
  static final String HELD = "held";

  /// First argument that asks for a backup.
  static final String BACKUP = "backup";

  /// First argument that asks for the way back.
  static final String RESTORE = "restore";

  private final PrintWriter out;
  private final InstantSource clock;

  FolderCommands(PrintWriter out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  @Command(
      name = HELD,
      mixinStandardHelpOptions = true,
      description = {
        "Lists the envelopes and files that a relay holds: id, size and expiry. Of an envelope it",
        "also knows for which device it waits, of a file from which account it came; of neither",
        "what is in it.",
        ""
      })
  int held(
      @Option(
              names = "--data",
              required = true,
              paramLabel = "DIR",
              description = "Data folder of the relay, which may be running.")
          Path data)
      throws StoreUnusableException {
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

  @Command(
      name = BACKUP,
      mixinStandardHelpOptions = true,
      description = {
        "Copies all that a relay holds, while it runs: accounts, waiting messages, files, keys.",
        "Whoever has the copy can run the relay in its name: keep it like the relay itself.",
        ""
      })
  int backup(
      @Option(
              names = "--data",
              required = true,
              paramLabel = "DIR",
              description = "Data folder of the relay, which may be running.")
          Path data,
      @Option(
              names = "--to",
              required = true,
              paramLabel = "DIR|FILE.zip",
              description = "A new folder, or a new file whose name ends in .zip.")
          Path to)
      throws IOException {
    long bytes = Backup.make(data, to, clock.instant());
    out.println("backed up to " + to + ", " + bytes + " bytes, checked");
    return 0;
  }

  @Command(
      name = RESTORE,
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
  int restore(
      @Option(
              names = "--from",
              required = true,
              paramLabel = "DIR|FILE.zip",
              description = "What juntos relay backup made.")
          Path from,
      @Option(
              names = "--data",
              required = true,
              paramLabel = "NEWDIR",
              description = "The new data folder: missing or empty.")
          Path data)
      throws IOException {
    var madeAt = Restore.from(from, data, clock.instant());
    out.println("restored to " + data + " as it was at " + madeAt + ", checked");
    return 0;
  }
}
