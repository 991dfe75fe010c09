package org.juntos.cli.command;

import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.LinkDevice;
import org.juntos.cli.verb.LinkNewDevice;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "link-device",
    description = {
      "Use an account on another device: --new on that device, with a profile of its own, prints a",
      "code and waits; the code is given to link-device on a device that has the account."
    })
final class LinkDeviceCommand implements VerbCommand {
  @Parameters(arity = "0..1", paramLabel = "CODE", description = "What the new device shows.")
  private @Nullable String code;

  @ArgGroup(exclusive = false)
  private @Nullable Newcomer newcomer;

  /// All of them.
  private static final class Newcomer {
    @Option(names = "--new", required = true, description = "This is the new device.")
    private boolean isNew;

    @Option(
        names = "--relay",
        paramLabel = "URL",
        required = true,
        description = "Address or link of the account's relay.")
    private String relay = "";

    @Option(
        names = "--name",
        paramLabel = "TEXT",
        required = true,
        description = "What you call this device, such as Laptop.")
    private String name = "";
  }

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "600",
      converter = Seconds.class,
      description = "How long to wait at most (${DEFAULT-VALUE}).")
  private Duration timeout = Duration.ZERO;

  @Override
  public Verb verb(InputStream input) throws Refusal {
    var given = code;
    var fresh = newcomer;
    if ((given == null) == (fresh == null)) {
      throw Refusal.of(
          "usage", "Give the code of the new device, or --new with --relay and --name.", "");
    }
    return fresh != null && fresh.isNew
        ? new LinkNewDevice(fresh.relay, fresh.name, timeout)
        : new LinkDevice(String.valueOf(given), timeout);
  }
}
