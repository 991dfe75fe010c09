package org.juntos.relay.push;

import java.util.Locale;

/// A way to wake a device.
public enum PushWay {
  /// Web Push (RFC 8030), which UnifiedPush is too.
  WEB,
  /// Firebase Cloud Messaging.
  FCM,
  /// Apple Push Notification service.
  APNS;

  /// The text form, in the contract and in the store.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
