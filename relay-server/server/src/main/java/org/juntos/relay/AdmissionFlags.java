package org.juntos.relay;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.admission.AdmissionLimits;
import org.juntos.relay.admission.OpenIdProvider;
import org.juntos.relay.admission.Way;
import org.juntos.relay.config.Numbers;
import picocli.CommandLine.Option;

/// Options of the relay command about who may have an account.
final class AdmissionFlags {
  @Option(
      names = "--admission",
      split = ",",
      paramLabel = "code|invite|password|openid|open",
      defaultValue = "code",
      description = {
        "How people get an account; several with commas between, or given several times.",
        "code: a one-time code to a phone or an e-mail address, whichever has a sender;",
        "invite: an invite that `juntos relay admin invite` makes; password: a user name that",
        "`juntos relay admin login` makes; openid: an identity provider; open: nothing",
        "(default: ${DEFAULT-VALUE})."
      })
  private List<String> ways = List.of();

  @Option(
      names = "--tries-per-address",
      paramLabel = "N",
      defaultValue = "30",
      converter = Numbers.Count.class,
      description = {
        "Invites, and passwords, tried an hour from one IPv4 address or IPv6 /64",
        "(default: ${DEFAULT-VALUE})."
      })
  private int triesPerAddress;

  @Option(
      names = "--tries-per-name",
      paramLabel = "N",
      defaultValue = "20",
      converter = Numbers.Count.class,
      description = "Passwords tried an hour for one user name (default: ${DEFAULT-VALUE}).")
  private int triesPerName;

  @Option(
      names = "--open-per-address",
      paramLabel = "N",
      defaultValue = "5",
      converter = Numbers.Count.class,
      description = {
        "Accounts a day from one IPv4 address or IPv6 /64 while admission is open",
        "(default: ${DEFAULT-VALUE})."
      })
  private int openPerAddress;

  @Option(
      names = "--openid-issuer",
      paramLabel = "URL",
      defaultValue = "",
      description = "The identity provider, as it calls itself: https://login.example.org.")
  private String openIdIssuer = "";

  @Option(
      names = "--openid-client",
      paramLabel = "ID",
      defaultValue = "",
      description = "What the identity provider knows the relay as.")
  private String openIdClient = "";

  @Option(
      names = "--openid-secret",
      paramLabel = "file:PATH|env:NAME",
      defaultValue = "",
      description = "Where the secret of that client is, when it has one.")
  private String openIdSecret = "";

  @Option(
      names = "--openid-name",
      paramLabel = "NAME",
      defaultValue = "",
      description = "What people call the identity provider.")
  private String openIdName = "";

  /// @param limited whether there are rate limits
  /// @throws IllegalArgumentException with one sentence when it cannot be meant so
  AdmissionOptions options(boolean limited) {
    Set<Way> on = OptionText.named("--admission", () -> OptionText.all(Way.class, ways));
    if (on.isEmpty()) {
      throw new IllegalArgumentException("--admission: there must be a way in");
    }
    return new AdmissionOptions(
        on,
        limited
            ? new AdmissionLimits(triesPerAddress, triesPerName, openPerAddress)
            : AdmissionLimits.unhurried(),
        on.contains(Way.OPENID) ? openId() : null);
  }

  /// Null when nothing is said: the way is served elsewhere then.
  private @Nullable OpenIdOptions openId() {
    if (openIdIssuer.isEmpty() && openIdClient.isEmpty()) {
      return null;
    }
    if (openIdClient.isEmpty()) {
      throw new IllegalArgumentException("--openid-client: the identity provider knows a client");
    }
    OptionText.named("--openid-issuer", () -> issuer(openIdIssuer));
    var secret =
        openIdSecret.isEmpty()
            ? null
            : OptionText.named("--openid-secret", () -> SecretSource.parse(openIdSecret));
    return new OpenIdOptions(openIdIssuer, openIdClient, secret, openIdName);
  }

  private static URI issuer(String text) {
    try {
      var issuer = URI.create(text);
      if (OpenIdProvider.isProtected(issuer)) {
        return issuer;
      }
    } catch (IllegalArgumentException _) { // said below
    }
    throw new IllegalArgumentException("must be an https address, not '" + text + "'");
  }
}
