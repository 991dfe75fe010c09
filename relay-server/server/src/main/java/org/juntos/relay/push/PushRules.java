package org.juntos.relay.push;

import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import com.zerodeplibs.webpush.key.InvalidECPublicKeyException;
import com.zerodeplibs.webpush.key.MalformedUncompressedBytesException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.limit.Verdict;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.PublicAddress;

/// Where the relay agrees to wake devices.
///
/// @param anywhere whether addresses that are not public will do
public record PushRules(Set<PushWay> ways, boolean anywhere) {
  private static final int LONGEST_ENDPOINT = 2_048;
  private static final int POINT_BYTES = 65;
  private static final int AUTH_BYTES = 16;
  private static final Pattern FCM_TOKEN = Pattern.compile("[A-Za-z0-9_:.-]{1,4096}");
  private static final Pattern APNS_TOKEN = Pattern.compile("(?:[0-9a-fA-F]{2}){16,100}");

  public PushRules {
    ways = Set.copyOf(ways);
  }

  /// The push service of a device.
  public Verdict<PushTarget> web(String endpoint, Bytes p256dh, Bytes auth) {
    var address = address(endpoint);
    if (address == null || (!anywhere && PublicAddress.isPrivateLiteral(host(address)))) {
      return refused("The endpoint must be a public https address.");
    }
    return isPoint(p256dh) && auth.size() == AUTH_BYTES
        ? on(new PushTarget.Web(address, p256dh, auth))
        : refused("p256dh must be a P-256 point in 65 bytes, auth 16 bytes.");
  }

  private static @Nullable URI address(String endpoint) {
    try {
      var uri = new URI(endpoint);
      boolean good =
          endpoint.length() <= LONGEST_ENDPOINT
              && "https".equals(uri.getScheme())
              && uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawFragment() == null
              && HttpUrl.parse(endpoint) != null;
      return good ? uri : null;
    } catch (URISyntaxException _) {
      return null;
    }
  }

  /// Without the brackets of IPv6.
  private static String host(URI address) {
    return address.getHost().replaceAll("[\\[\\]]", "");
  }

  private static boolean isPoint(Bytes p256dh) {
    try {
      return p256dh.size() == POINT_BYTES
          && UserAgentMessageEncryptionKeyInfo.of(p256dh.toArray(), new byte[AUTH_BYTES]) != null;
    } catch (InvalidECPublicKeyException | MalformedUncompressedBytesException _) {
      return false;
    }
  }

  /// A device token of Firebase Cloud Messaging.
  public Verdict<PushTarget> fcm(String token) {
    return FCM_TOKEN.matcher(token).matches()
        ? on(new PushTarget.Fcm(token))
        : refused("This is no registration token.");
  }

  /// A device token of the Apple Push Notification service.
  public Verdict<PushTarget> apns(String token) {
    return APNS_TOKEN.matcher(token).matches()
        ? on(new PushTarget.Apns(token))
        : refused("This is no device token.");
  }

  private Verdict<PushTarget> on(PushTarget target) {
    return ways.contains(target.way())
        ? Verdict.granted(target)
        : refused("This relay does not wake devices in this way.");
  }

  private static Verdict<PushTarget> refused(String why) {
    return Verdict.refused(ErrorCode.PUSH_INVALID, why);
  }
}
