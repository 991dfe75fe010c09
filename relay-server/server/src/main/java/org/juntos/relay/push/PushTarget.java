package org.juntos.relay.push;

import java.net.URI;
import org.juntos.wire.Bytes;

/// Where a device is woken. Names itself by its way only: an address is nobody else's business.
public sealed interface PushTarget {
  /// The way that it is of.
  PushWay way();

  /// A push service that speaks Web Push (RFC 8030).
  ///
  /// @param endpoint `https`
  /// @param p256dh point of the device, for the encryption (RFC 8291)
  /// @param auth secret shared with the device
  record Web(URI endpoint, Bytes p256dh, Bytes auth) implements PushTarget {
    @Override
    public PushWay way() {
      return PushWay.WEB;
    }

    @Override
    public String toString() {
      return "Web";
    }
  }

  /// Firebase Cloud Messaging.
  record Fcm(String token) implements PushTarget {
    @Override
    public PushWay way() {
      return PushWay.FCM;
    }

    @Override
    public String toString() {
      return "Fcm";
    }
  }

  /// Apple Push Notification service.
  ///
  /// @param token hexadecimal
  record Apns(String token) implements PushTarget {
    @Override
    public PushWay way() {
      return PushWay.APNS;
    }

    @Override
    public String toString() {
      return "Apns";
    }
  }
}
