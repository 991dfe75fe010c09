package org.juntos.relay;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How devices without a stream are woken.
///
/// @param on whether they are at all
/// @param pause how long a device that was pushed to and does not come is left alone
/// @param contact `mailto:` or `https:`, for the operators of push services; empty for the relay's
///   public address
/// @param anywhere whether devices may name push services at addresses that are not public
/// @param authorities PEM file of whom to trust there; null for those of this machine
/// @param fcm null without Firebase Cloud Messaging
/// @param apns null without the Apple Push Notification service
public record PushOptions(
    boolean on,
    Duration pause,
    String contact,
    boolean anywhere,
    @Nullable Path authorities,
    @Nullable Fcm fcm,
    @Nullable Apns apns) {
  /// @param account JSON file of the service account
  /// @param address of the service
  public record Fcm(Path account, String address) {}

  /// @param key PEM file of the signing key
  /// @param topic the bundle id of the app
  /// @param address of the service
  public record Apns(Path key, String keyId, String team, String topic, String address) {}

  /// Web Push to public addresses.
  public static PushOptions standard() {
    return new PushOptions(true, Duration.ofMinutes(5), "", false, null, null, null);
  }

  /// The same through whatever addresses, to push services that `authorities` vouch for.
  public PushOptions anywhere(Path trusted) {
    return new PushOptions(on, pause, contact, true, trusted, fcm, apns);
  }
}
