package org.juntos.relay;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.juntos.relay.config.Numbers;
import org.juntos.relay.limit.CodeBudgets;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.otp.ContactKind;
import org.juntos.relay.otp.sender.CodeText;
import picocli.CommandLine.Option;

/// Options of the relay command about one-time codes. Their defaults are those of
/// [RelayLimits#standard] and [CodeText#STANDARD]; an empty one says nothing.
final class OtpFlags {
  @Option(
      names = "--roles",
      split = ",",
      paramLabel = "account|otp",
      defaultValue = "account,otp",
      description = "What this process does (default: ${DEFAULT-VALUE}).")
  private List<String> roles = List.of();

  @Option(
      names = "--otp-sender",
      paramLabel = "HOW",
      defaultValue = "log",
      description = {
        "Where codes for phones go: log prints them on standard output,",
        "file:PATH appends a JSON line for each, webhook:URL, twilio:https://ACCOUNT@HOST,",
        "smpp://USER@HOST:PORT, smpps://USER@HOST:PORT, or none (default: ${DEFAULT-VALUE})."
      })
  private String sender = "";

  @Option(
      names = "--otp-secret",
      paramLabel = "file:PATH|env:NAME",
      defaultValue = "",
      description = "Where the password or key of that sender is.")
  private String secret = "";

  @Option(
      names = "--otp-from",
      paramLabel = "NUMBER|NAME",
      defaultValue = "",
      description = "What short messages show as their sender.")
  private String from = "";

  @Option(
      names = "--otp-email-sender",
      paramLabel = "HOW",
      defaultValue = "none",
      description = {
        "Where codes for e-mail addresses go: log, file:PATH, webhook:URL,",
        "smtp://USER@HOST:PORT (STARTTLS), smtps://USER@HOST:PORT,",
        "smtp-plain://HOST:PORT on this machine, or none (default: ${DEFAULT-VALUE})."
      })
  private String emailSender = "";

  @Option(
      names = "--otp-email-secret",
      paramLabel = "file:PATH|env:NAME",
      defaultValue = "",
      description = "Where the password or key of that sender is.")
  private String emailSecret = "";

  @Option(
      names = "--otp-email-from",
      paramLabel = "ADDRESS",
      defaultValue = "",
      description = "Sender of mails with codes.")
  private String emailFrom = "";

  @Option(
      names = "--otp-ca",
      paramLabel = "FILE.pem",
      defaultValue = "",
      description = "Certificates to trust for senders, in place of this machine's.")
  private String authorities = "";

  @Option(
      names = "--otp-text",
      paramLabel = "TEXT",
      defaultValue = CodeText.STANDARD,
      description = "What a message with a code says; {code} stands for the code.")
  private String text = "";

  @Option(
      names = "--otp-countries",
      split = ",",
      paramLabel = "DE",
      defaultValue = "",
      description = "Send codes to numbers of these countries only.")
  private List<String> countries = List.of();

  @Option(
      names = "--otp-per-day",
      paramLabel = "N",
      defaultValue = "5000",
      converter = Numbers.Count.class,
      description = "Codes a day altogether (default: ${DEFAULT-VALUE}).")
  private int perDay;

  @Option(
      names = "--otp-per-prefix",
      paramLabel = "N",
      defaultValue = "200",
      converter = Numbers.Count.class,
      description = {
        "Codes an hour to numbers that begin alike, or to a domain",
        "(default: ${DEFAULT-VALUE})."
      })
  private int perPrefix;

  @Option(
      names = "--otp-per-address",
      paramLabel = "N",
      defaultValue = "60",
      converter = Numbers.Count.class,
      description = {
        "Codes an hour asked for from one IPv4 address or IPv6 /64",
        "(default: ${DEFAULT-VALUE})."
      })
  private int perAddress;

  @Option(
      names = "--otp-per-network",
      paramLabel = "N",
      defaultValue = "200",
      converter = Numbers.Count.class,
      description = {
        "Codes an hour asked for from one IPv4 /24 or IPv6 /48",
        "(default: ${DEFAULT-VALUE})."
      })
  private int perNetwork;

  @Option(
      names = "--otp-min-entered",
      paramLabel = "PERCENT",
      defaultValue = "25",
      converter = Numbers.Percent.class,
      description = {
        "Pause codes to numbers that begin alike for an hour when fewer of their",
        "last 20 codes were entered; 0 never pauses (default: ${DEFAULT-VALUE})."
      })
  private int minEntered;

  @Option(
      names = "--otp-hash-key",
      paramLabel = "FILE",
      defaultValue = "",
      description = "keys/number-hash of another otp process of the same relay.")
  private String hashKey = "";

  @Option(
      names = "--otp-keys",
      split = ",",
      paramLabel = "FILE|URL",
      defaultValue = "",
      description = {
        "Trust the otp process whose keys are there; several with commas between,",
        "or given several times."
      })
  private List<String> keys = List.of();

  @Option(
      names = "--otp-url",
      split = ",",
      paramLabel = "URL",
      defaultValue = "",
      description = {
        "Where clients reach an otp process: its address or invite link;",
        "several with commas between, or given several times, best first."
      })
  private List<String> urls = List.of();

  @Option(
      names = "--otp-kinds",
      split = ",",
      paramLabel = "phone|email",
      defaultValue = "phone",
      description = "What the otp processes elsewhere send codes to (default: ${DEFAULT-VALUE}).")
  private List<String> kinds = List.of();

  /// @throws IllegalArgumentException with one sentence when it cannot be meant so
  ///
  /// @param codes whether codes let people in
  OtpOptions options(boolean codes) {
    var parts = OptionText.named("--roles", () -> OptionText.all(Role.class, roles));
    boolean elsewhere = !parts.contains(Role.OTP);
    if (elsewhere && (OptionText.said(keys).isEmpty() || OptionText.said(urls).isEmpty())) {
      throw new IllegalArgumentException(
          "without the role otp, --otp-keys and --otp-url are needed");
    }
    return new OtpOptions(
        parts,
        elsewhere || !codes ? Map.of() : channels(),
        countries(),
        OptionText.path(hashKey),
        OptionText.said(keys),
        OptionText.said(urls),
        codes
            ? OptionText.named("--otp-kinds", () -> OptionText.all(ContactKind.class, kinds))
            : Set.of());
  }

  private Map<ContactKind, OtpOptions.Channel> channels() {
    var channels = new EnumMap<ContactKind, OtpOptions.Channel>(ContactKind.class);
    if (!sender.equals("none")) {
      channels.put(ContactKind.PHONE, channel(ContactKind.PHONE, sender, secret, from));
    }
    if (!emailSender.equals("none")) {
      channels.put(
          ContactKind.EMAIL, channel(ContactKind.EMAIL, emailSender, emailSecret, emailFrom));
    }
    if (channels.isEmpty()) {
      throw new IllegalArgumentException("codes need a sender: --otp-sender or --otp-email-sender");
    }
    return channels;
  }

  private OtpOptions.Channel channel(ContactKind kind, String how, String place, String shown) {
    var option = kind == ContactKind.PHONE ? "--otp-" : "--otp-email-";
    var words = OptionText.named("--otp-text", () -> new CodeText(text));
    var delivery = OptionText.named(option + "sender", () -> OtpDeliveryText.parse(how, kind));
    var kept =
        place.isEmpty()
            ? null
            : OptionText.named(option + "secret", () -> SecretSource.parse(place));
    return new OtpOptions.Channel(delivery, kept, shown, OptionText.path(authorities), words);
  }

  private Set<String> countries() {
    var codes =
        OptionText.said(countries).stream().map(code -> code.toUpperCase(Locale.ROOT)).toList();
    for (var code : codes) {
      if (!ContactKind.isCountry(code)) {
        throw new IllegalArgumentException("--otp-countries: there is no country " + code);
      }
    }
    return Set.copyOf(codes);
  }

  /// `base` with what was said.
  RelayLimits.Codes limits(RelayLimits.Codes base) {
    var breaker = base.budgets().breaker().withPercent(minEntered);
    return new RelayLimits.Codes(
        base.lifetime(),
        base.resendDelay(),
        base.tries(),
        base.perNumberPerDay(),
        perAddress,
        new CodeBudgets(perNetwork, perPrefix, perDay, breaker));
  }
}
