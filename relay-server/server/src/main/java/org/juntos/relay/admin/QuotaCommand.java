package org.juntos.relay.admin;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.config.Numbers;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// An account's share of room for files, from the command line.
@Command(
    name = "quota",
    mixinStandardHelpOptions = true,
    description = {
      "Gives an account more room for files, or less, than the limit for all others says. Files that",
      "are there stay.",
      ""
    })
final class QuotaCommand implements Callable<Integer> {
  @ParentCommand private @Nullable AdminCommand admin;

  @Parameters(paramLabel = "ID")
  private String account = "";

  @ArgGroup(multiplicity = "1")
  private Room room = new Room();

  /// What it is given.
  private static final class Room {
    @Option(
        names = "--files",
        paramLabel = "BYTES",
        converter = Numbers.ByteCount.class,
        description = "So much; with or without KiB, MiB, GiB or TiB.")
    private long bytes;

    @Option(names = "--usual", description = "What all others have.")
    private boolean usual;
  }

  @Override
  public Integer call() throws Exception {
    var parent = admin;
    if (parent == null) {
      throw new IllegalStateException("the command line was not set up");
    }
    var path = "shares/" + AdminCommand.word(account);
    return room.usual
        ? parent.print("DELETE", path, Map.of())
        : parent.print("PUT", path, Map.of("bytes", Long.toString(room.bytes)));
  }
}
