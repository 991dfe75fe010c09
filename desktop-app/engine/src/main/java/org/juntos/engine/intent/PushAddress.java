package org.juntos.engine.intent;

import org.juntos.wire.Bytes;

/// Where this device can be woken while it has no connection, as its push service told it. The text
/// form names the way only.
public sealed interface PushAddress {
  /// The way, in the relay's words.
  String way();

  /// The part of it that the relay shows again when it is asked.
  String text();

  /// Web Push, or a distributor of UnifiedPush.
  ///
  /// @param endpoint https address
  /// @param p256dh point of this device's key in 65 bytes: pushes are encrypted for it (RFC 8291)
  /// @param auth 16 bytes
  record Web(String endpoint, Bytes p256dh, Bytes auth) implements PushAddress {
    @Override
    public String way() {
      return "web";
    }

    @Override
    public String text() {
      return endpoint;
    }

    @Override
    public String toString() {
      return "Web";
    }
  }

  /// Firebase Cloud Messaging.
  record Fcm(String token) implements PushAddress {
    @Override
    public String way() {
      return "fcm";
    }

    @Override
    public String text() {
      return token;
    }

    @Override
    public String toString() {
      return "Fcm";
    }
  }

  /// Apple Push Notification service.
  record Apns(String token) implements PushAddress {
    @Override
    public String way() {
      return "apns";
    }

    @Override
    public String text() {
      return token;
    }

    @Override
    public String toString() {
      return "Apns";
    }
  }
}
