package org.juntos.relay;

import java.nio.file.Path;
import java.time.Duration;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.config.Numbers;
import picocli.CommandLine.Option;

/// Options of the relay command about waking devices. Their defaults are those of
/// [PushOptions#standard]; an empty one says nothing.
final class PushFlags {
  private static final String FCM = "https://fcm.googleapis.com";
  private static final String APNS = "https://api.push.apple.com";

  @Option(
      names = "--push",
      paramLabel = "on|off",
      defaultValue = "on",
      description = {
        "Whether devices without a connection are woken when a message waits for them: Web",
        "Push (RFC 8030) and UnifiedPush, and what else is set below. A push has no content",
        "(default: ${DEFAULT-VALUE})."
      })
  private String push = "on";

  @Option(
      names = "--push-pause-minutes",
      paramLabel = "M",
      defaultValue = "5",
      converter = Numbers.Minutes.class,
      description = {
        "How long a device that was woken and does not come is left alone, however many",
        "messages arrive (default: ${DEFAULT-VALUE})."
      })
  private int pauseMinutes;

  @Option(
      names = "--push-contact",
      paramLabel = "mailto:ADDRESS|https://...",
      defaultValue = "",
      description = {
        "Whom the operators of push services may write to; some take no pushes without. Empty",
        "is the relay's public address."
      })
  private String contact = "";

  @Option(
      names = "--push-anywhere",
      defaultValue = "false",
      description = {
        "Push to addresses that are not public too: for push services in the relay's own",
        "network. Whoever has an account can then have the relay post there."
      })
  private boolean anywhere;

  @Option(
      names = "--push-authorities",
      paramLabel = "PEM",
      defaultValue = "",
      description =
          "Certificates that vouch for push services, instead of those this machine trusts.")
  private String authorities = "";

  @Option(
      names = "--push-fcm",
      paramLabel = "JSON",
      defaultValue = "",
      description = {
        "Firebase Cloud Messaging, for a mobile build of one's own: the file of the service",
        "account that the Firebase console makes."
      })
  private String fcm = "";

  @Option(
      names = "--push-fcm-address",
      paramLabel = "URL",
      defaultValue = FCM,
      description = "Where that service is (default: ${DEFAULT-VALUE}).")
  private String fcmAddress = FCM;

  @Option(
      names = "--push-apns",
      paramLabel = "P8",
      defaultValue = "",
      description = {
        "Apple Push Notification service, for a mobile build of one's own: the file of the",
        "signing key that Apple's developer pages make."
      })
  private String apns = "";

  @Option(
      names = "--push-apns-key",
      paramLabel = "ID",
      defaultValue = "",
      description = "The id of that key.")
  private String apnsKey = "";

  @Option(
      names = "--push-apns-team",
      paramLabel = "ID",
      defaultValue = "",
      description = "The id of the developer team.")
  private String apnsTeam = "";

  @Option(
      names = "--push-apns-topic",
      paramLabel = "ID",
      defaultValue = "",
      description = "The bundle id of the app.")
  private String apnsTopic = "";

  @Option(
      names = "--push-apns-address",
      paramLabel = "URL",
      defaultValue = APNS,
      description = "Where that service is (default: ${DEFAULT-VALUE}).")
  private String apnsAddress = APNS;

  /// @throws IllegalArgumentException with one sentence when it cannot be meant so
  PushOptions options() {
    if (!push.equals("on") && !push.equals("off")) {
      throw new IllegalArgumentException("--push must be on or off");
    }
    if (!contact.isEmpty() && !contact.startsWith("mailto:") && !contact.startsWith("https://")) {
      throw new IllegalArgumentException("--push-contact must be a mailto: or https: address");
    }
    return new PushOptions(
        push.equals("on"),
        Duration.ofMinutes(pauseMinutes),
        contact,
        anywhere,
        authorities.isEmpty() ? null : Path.of(authorities),
        fcm(),
        apns());
  }

  private PushOptions.@Nullable Fcm fcm() {
    return fcm.isEmpty()
        ? null
        : new PushOptions.Fcm(Path.of(fcm), address("--push-fcm-address", fcmAddress));
  }

  private PushOptions.@Nullable Apns apns() {
    if (apns.isEmpty()) {
      return null;
    }
    if (apnsKey.isEmpty() || apnsTeam.isEmpty() || apnsTopic.isEmpty()) {
      throw new IllegalArgumentException(
          "--push-apns needs --push-apns-key, --push-apns-team and --push-apns-topic");
    }
    var address = address("--push-apns-address", apnsAddress);
    return new PushOptions.Apns(Path.of(apns), apnsKey, apnsTeam, apnsTopic, address);
  }

  private static String address(String name, String text) {
    var address = HttpUrl.parse(text);
    if (address == null || !address.isHttps()) {
      throw new IllegalArgumentException(name + " must be an https address");
    }
    return text;
  }
}
