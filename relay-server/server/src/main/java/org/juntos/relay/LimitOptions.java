package org.juntos.relay;

import java.time.Duration;
import org.juntos.relay.config.Numbers;
import org.juntos.relay.limit.ProofOfWork;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.wire.Work;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Options of the relay command about limits. Their defaults are those of [RelayLimits#standard].
final class LimitOptions {
  @Option(
      names = "--max-blob-bytes",
      paramLabel = "N",
      defaultValue = "536870912",
      converter = Numbers.ByteCount.class,
      description = "Largest file (default: ${DEFAULT-VALUE}).")
  private long maxBlobBytes;

  @Option(
      names = "--max-account-blob-bytes",
      paramLabel = "N",
      defaultValue = "8589934592",
      converter = Numbers.ByteCount.class,
      description = "All files of one account (default: ${DEFAULT-VALUE}).")
  private long maxAccountBlobBytes;

  @Option(
      names = "--max-queue-envelopes",
      paramLabel = "N",
      defaultValue = "100000",
      converter = Numbers.Count.class,
      description = "Envelopes waiting for one device (default: ${DEFAULT-VALUE}).")
  private int maxQueueEnvelopes;

  @Option(
      names = "--max-queue-bytes",
      paramLabel = "N",
      defaultValue = "1073741824",
      converter = Numbers.ByteCount.class,
      description = "Bytes waiting for one device (default: ${DEFAULT-VALUE}).")
  private long maxQueueBytes;

  @Option(
      names = "--min-free-disk-bytes",
      paramLabel = "N",
      defaultValue = "67108864",
      converter = Numbers.ByteCount.class,
      description = {
        "Free disk space below which nothing new is accepted; reading, acknowledging and",
        "deleting go on (default: ${DEFAULT-VALUE})."
      })
  private long minFreeDiskBytes;

  @Option(
      names = "--requests-per-address",
      paramLabel = "N",
      defaultValue = "600",
      converter = Numbers.Count.class,
      description =
          "Requests a minute without a token from one network address (default: ${DEFAULT-VALUE}).")
  private int requestsPerAddress;

  @Option(
      names = "--requests-per-account",
      paramLabel = "N",
      defaultValue = "1200",
      converter = Numbers.Count.class,
      description = "Requests a minute of one account (default: ${DEFAULT-VALUE}).")
  private int requestsPerAccount;

  @Option(
      names = "--streams-per-address",
      paramLabel = "N",
      defaultValue = "500",
      converter = Numbers.Count.class,
      description = "Open streams that one network address may hold (default: ${DEFAULT-VALUE}).")
  private int streamsPerAddress;

  @Option(
      names = "--slow-connection-seconds",
      paramLabel = "N",
      defaultValue = "30",
      converter = Numbers.Seconds.class,
      description = {
        "A connection that moves less than 3,000 bytes of a request or an answer in this time is",
        "closed (default: ${DEFAULT-VALUE})."
      })
  private int slowConnectionSeconds;

  @Option(
      names = "--bundles-per-hour",
      paramLabel = "N",
      defaultValue = "30",
      converter = Numbers.Count.class,
      description =
          "Prekey bundles of one account that one requester gets in an hour (default: ${DEFAULT-VALUE}).")
  private int bundlesPerHour;

  @Option(
      names = "--proof-of-work",
      paramLabel = "auto|off|BITS",
      defaultValue = "auto",
      converter = WorkConverter.class,
      description = {
        "Work that clients do before they may ask for codes, try invites and passwords, or",
        "register: auto is none at rest and the more, the more is asked for; BITS is always so",
        "much, each bit twice as much (1 to 24; 20 is about a second) (default: ${DEFAULT-VALUE})."
      })
  private ProofOfWork work = new ProofOfWork.Auto();

  @Option(
      names = "--asked-per-day",
      paramLabel = "N",
      defaultValue = "100",
      converter = Numbers.Count.class,
      description = {
        "Messages a day that one account may send to others who have not given it their access",
        "key: contact requests, and what follows them until they are accepted (default:",
        "${DEFAULT-VALUE})."
      })
  private int askedPerDay;

  @Option(
      names = "--name-lookups-per-day",
      paramLabel = "N",
      defaultValue = "100",
      converter = Numbers.Count.class,
      description = {
        "User names that one account may look up in a day; ten times as many from one network",
        "address (default: ${DEFAULT-VALUE})."
      })
  private int nameLookupsPerDay;

  @Option(
      names = "--number-lookups-per-day",
      paramLabel = "N|off",
      defaultValue = "250",
      converter = Numbers.CountOrOff.class,
      description = {
        "Phone numbers that one account may look for in a day; ten times as many from one network",
        "address; off: nobody is found by number (default: ${DEFAULT-VALUE})."
      })
  private int numberLookupsPerDay;

  @Option(
      names = "--registration-lock-days",
      paramLabel = "D",
      defaultValue = "7",
      converter = Numbers.Days.class,
      description = {
        "How long a registration lock PIN keeps a number or address for its account after a",
        "device of it was last here (default: ${DEFAULT-VALUE})."
      })
  private int registrationLockDays;

  @Option(
      names = "--account-idle-expiry",
      paramLabel = "D|never",
      defaultValue = "365",
      converter = Numbers.DaysOrNever.class,
      description = {
        "After how many days an account of which no device was here is deleted, with all that",
        "is held on it. Days on which the relay does not run are not counted",
        "(default: ${DEFAULT-VALUE})."
      })
  private int accountIdleExpiry;

  @Option(
      names = "--no-rate-limits",
      defaultValue = "false",
      description = "Allow any number of requests and codes: for load tests on loopback.")
  private boolean noRateLimits;

  /// Reads how much work clients do.
  static final class WorkConverter implements ITypeConverter<ProofOfWork> {
    @Override
    public ProofOfWork convert(String text) {
      try {
        return switch (text) {
          case "auto" -> new ProofOfWork.Auto();
          case "off" -> new ProofOfWork.Off();
          default -> new ProofOfWork.Fixed(Integer.parseInt(text));
        };
      } catch (IllegalArgumentException _) {
        throw new TypeConversionException(
            "must be auto, off or 1 to " + Work.MAX_BITS + " bits, not '" + text + "'");
      }
    }
  }

  /// Whether there are rate limits.
  boolean areOn() {
    return !noRateLimits;
  }

  /// @param codes what is said of one-time codes
  RelayLimits limits(OtpFlags codes) {
    var base = noRateLimits ? RelayLimits.unhurried() : RelayLimits.standard();
    var mailbox = base.mailbox();
    return new RelayLimits(
        noRateLimits
            ? base.requests()
            : new RelayLimits.Requests(
                requestsPerAddress,
                requestsPerAccount,
                streamsPerAddress,
                Duration.ofSeconds(slowConnectionSeconds),
                work),
        noRateLimits ? base.codes() : codes.limits(base.codes()),
        new RelayLimits.Mailboxes(
            maxQueueEnvelopes,
            maxQueueBytes,
            mailbox.expiry(),
            mailbox.repeatsKept(),
            mailbox.repeatsKeptAtMost()),
        new RelayLimits.Blobs(maxBlobBytes, maxAccountBlobBytes, base.blobs().expiry()),
        noRateLimits ? base.bundleHandOutsPerHour() : bundlesPerHour,
        noRateLimits ? base.askedPerDay() : askedPerDay,
        minFreeDiskBytes,
        new RelayLimits.Accounts(
            registrationLockDays,
            accountIdleExpiry,
            noRateLimits ? base.accounts().nameLookupsPerDay() : nameLookupsPerDay,
            numbersPerDay(base.accounts())));
  }

  private int numbersPerDay(RelayLimits.Accounts base) {
    boolean unlimited = noRateLimits && numberLookupsPerDay != RelayLimits.Accounts.NONE;
    return unlimited ? base.numberLookupsPerDay() : numberLookupsPerDay;
  }
}
