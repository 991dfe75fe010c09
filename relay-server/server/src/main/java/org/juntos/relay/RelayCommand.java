package org.juntos.relay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.admission.Way;
import org.juntos.relay.config.Port;
import org.juntos.relay.config.Settings;
import org.juntos.relay.http.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command line of the relay.
@Command(
    name = "juntos relay",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    version = Version.NAME + " " + Version.NUMBER,
    sortOptions = false,
    description = {
      "Runs a relay: it stores and forwards encrypted messages and files, and cannot read them.",
      ""
    },
    footer = {
      "",
      "Each option is also a key of the settings file and a variable of the environment:",
      "--port is port = 8443 and JUNTOS_RELAY_PORT. The command line outranks the environment,",
      "which outranks the file.",
      "",
      "More commands, each with its own --help:",
      "  juntos relay config check|show|sample   the settings: good? in force? a file to start from",
      "  juntos relay doctor                     is all well? takes the same options, and --json",
      "  juntos relay admin --data DIR ...       invites, accounts, limits of a running relay",
      "  juntos relay held --data DIR            what waits, one line each",
      "  juntos relay backup --data DIR --to X   copies all of it while it runs",
      "  juntos relay restore --from X --data D  makes a new data folder of such a copy",
      "",
      "Exit codes: 0 stopped, 1 cannot start, 2 wrong command line or settings.",
      "Logs go to standard error; they name no number, account or content."
    })
final class RelayCommand implements Callable<Integer> {
  private static final Pattern PUBLIC_ADDRESS =
      Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

  private final Runner runner;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the database, keys and files; made when it is missing.")
  private @Nullable Path data;

  @Option(
      names = "--port",
      required = true,
      paramLabel = "P",
      converter = Port.class,
      description = "TCP port; 0 takes any free one.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "H",
      defaultValue = RelayOptions.LOOPBACK,
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host = RelayOptions.LOOPBACK;

  @Option(
      names = "--tls",
      paramLabel = "off|auto|CERT.pem,KEY.pem",
      defaultValue = "off",
      description = {
        "off: plain HTTP; auto: a certificate of its own, pinned through the invite link;",
        "or a certificate chain and a PKCS #8 key (default: ${DEFAULT-VALUE})."
      })
  private String tls = "off";

  @Option(
      names = "--allow-plain",
      defaultValue = "false",
      description = "Listen without TLS on more than loopback (a proxy in front does TLS).")
  private boolean allowPlain;

  @Option(
      names = "--public-address",
      paramLabel = "HOST[:PORT]",
      defaultValue = "",
      description = "What clients reach this relay at, for the invite link.")
  private String publicAddress = "";

  @Mixin private final AdmissionFlags admission = new AdmissionFlags();

  @Option(
      names = "--public-addresses",
      split = ",",
      paramLabel = "[REGION=]ADDRESS",
      defaultValue = "",
      description = {
        "Every address that clients may reach this relay at, best first: they take the",
        "nearest and go on with the next when it fails. HOST:PORT has this relay's own TLS",
        "and key; others are https://HOST:PORT or an invite link. Several with commas",
        "between, or given several times."
      })
  private List<String> publicAddresses = List.of();

  @Mixin private final OtpFlags otp = new OtpFlags();

  @Mixin private final LimitOptions limits = new LimitOptions();

  @Mixin private final OperatingOptions operating = new OperatingOptions();

  RelayCommand(Runner runner) {
    this.runner = runner;
  }

  @Option(
      names = Settings.FILE_OPTION,
      paramLabel = "FILE",
      description = "Settings file (HOCON); `juntos relay config sample` prints one.")
  void config(Path file) {} // read by Settings, before the others

  /// What is done with the options; the exit code.
  interface Runner {
    int run(RelayOptions options) throws IOException, InterruptedException;

    /// The same, told where each setting comes from.
    default int run(RelayOptions options, List<Settings.Effective> settings)
        throws IOException, InterruptedException {
      return run(options);
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    return runner.run(options());
  }

  private RelayOptions options() {
    var folder = data;
    if (folder == null) {
      throw new IllegalStateException("picocli demands --data");
    }
    if (!publicAddress.isEmpty() && !PUBLIC_ADDRESS.matcher(publicAddress).matches()) {
      throw wrong("--public-address must be HOST or HOST:PORT");
    }
    try {
      var ways = admission.options(limits.areOn());
      var listed = listed();
      return new RelayOptions(
          folder,
          host,
          port,
          tls(),
          otp.options(ways.has(Way.CODE)),
          allowPlain,
          publicAddress,
          limits.limits(otp),
          operating.operating(),
          ways,
          listed);
    } catch (IllegalArgumentException cannotBe) {
      throw wrong(String.valueOf(cannotBe.getMessage()));
    }
  }

  private List<ListedAddress> listed() {
    List<ListedAddress> listed;
    try {
      listed = ListedAddress.all(publicAddresses);
    } catch (IllegalArgumentException wrong) {
      throw wrong("--public-addresses: " + wrong.getMessage());
    }
    if (port == 0 && listed.stream().anyMatch(ListedAddress::isPortless)) {
      throw wrong("--public-addresses: with --port 0 each needs a port of its own");
    }
    return listed;
  }

  private Tls tls() {
    if (tls.equals("off")) {
      return new Tls.Off();
    }
    if (tls.equals("auto")) {
      return new Tls.SelfSigned();
    }
    int comma = tls.indexOf(',');
    if (comma < 1 || comma == tls.length() - 1) {
      throw wrong("--tls must be off, auto, or CERT.pem,KEY.pem");
    }
    return new Tls.Files(Path.of(tls.substring(0, comma)), Path.of(tls.substring(comma + 1)));
  }

  private ParameterException wrong(String message) {
    var known = spec;
    if (known == null) {
      throw new IllegalStateException("the command line was not set up");
    }
    return new ParameterException(known.commandLine(), message);
  }
}
