package org.juntos.relay;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.http.Version;
import org.juntos.relay.limit.RelayLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command line of the relay.
@Command(
    name = "juntos relay",
    mixinStandardHelpOptions = true,
    version = Version.NAME + " " + Version.NUMBER,
    sortOptions = false,
    description = {
      "Runs a relay: it stores and forwards encrypted messages and files, and cannot read them.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 stopped, 1 cannot start, 2 wrong command line.",
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
      description = "TCP port; 0 takes any free one.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "H",
      defaultValue = RelayOptions.LOOPBACK,
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host = RelayOptions.LOOPBACK;

  @Option(
      names = "--otp-sender",
      paramLabel = "log|file:PATH",
      defaultValue = "log",
      description = {
        "Where one-time codes go: log prints them on standard output,",
        "file:PATH appends a JSON line for each (default: ${DEFAULT-VALUE})."
      })
  private String otpSender = "log";

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
      description = "Listen without TLS on more than loopback (a proxy in front does TLS).")
  private boolean allowPlain;

  @Option(
      names = "--public-address",
      paramLabel = "HOST[:PORT]",
      defaultValue = "",
      description = "What clients reach this relay at, for the invite link.")
  private String publicAddress = "";

  @Option(
      names = "--max-blob-bytes",
      paramLabel = "N",
      description = "Largest file (default: 536870912).")
  private long maxBlobBytes = RelayLimits.standard().blobs().bytes();

  @Option(
      names = "--max-account-blob-bytes",
      paramLabel = "N",
      description = "All files of one account (default: 8589934592).")
  private long maxAccountBlobBytes = RelayLimits.standard().blobs().bytesPerAccount();

  @Option(
      names = "--max-queue-envelopes",
      paramLabel = "N",
      description = "Envelopes waiting for one device (default: 100000).")
  private int maxQueueEnvelopes = RelayLimits.standard().mailbox().envelopes();

  @Option(
      names = "--max-queue-bytes",
      paramLabel = "N",
      description = "Bytes waiting for one device (default: 1073741824).")
  private long maxQueueBytes = RelayLimits.standard().mailbox().bytes();

  @Option(
      names = "--no-rate-limits",
      description = "Allow any number of requests and codes: for load tests on loopback.")
  private boolean noRateLimits;

  RelayCommand(Runner runner) {
    this.runner = runner;
  }

  /// What is done with the options.
  interface Runner {
    void run(RelayOptions options) throws RelayStartException, InterruptedException;
  }

  @Override
  public Integer call() throws RelayStartException, InterruptedException {
    runner.run(options());
    return 0;
  }

  private RelayOptions options() {
    var folder = data;
    if (folder == null || port < 0 || port > 65_535) {
      throw wrong("--port must be 0 to 65535");
    }
    if (!publicAddress.isEmpty() && !PUBLIC_ADDRESS.matcher(publicAddress).matches()) {
      throw wrong("--public-address must be HOST or HOST:PORT");
    }
    return new RelayOptions(folder, host, port, tls(), otp(), allowPlain, publicAddress, limits());
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

  private OtpDelivery otp() {
    if (otpSender.equals("log")) {
      return new OtpDelivery.ToLog();
    }
    if (!otpSender.startsWith("file:") || otpSender.length() == "file:".length()) {
      throw wrong("--otp-sender must be log or file:PATH");
    }
    return new OtpDelivery.ToFile(Path.of(otpSender.substring("file:".length())));
  }

  private RelayLimits limits() {
    if (maxBlobBytes < 1 || maxAccountBlobBytes < 1 || maxQueueEnvelopes < 1 || maxQueueBytes < 1) {
      throw wrong("limits must be positive");
    }
    var base = noRateLimits ? RelayLimits.unhurried() : RelayLimits.standard();
    var mailbox = base.mailbox();
    return new RelayLimits(
        base.requests(),
        base.codes(),
        new RelayLimits.Mailboxes(
            maxQueueEnvelopes,
            maxQueueBytes,
            mailbox.expiry(),
            mailbox.repeatsKept(),
            mailbox.repeatsKeptAtMost()),
        new RelayLimits.Blobs(maxBlobBytes, maxAccountBlobBytes, base.blobs().expiry()),
        base.bundleHandOutsPerHour(),
        base.reservedDiskBytes());
  }

  private ParameterException wrong(String message) {
    var known = spec;
    if (known == null) {
      throw new IllegalStateException("the command line was not set up");
    }
    return new ParameterException(known.commandLine(), message);
  }
}
