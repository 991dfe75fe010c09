package org.juntos.engine.connection;

import org.juntos.engine.intent.PushAddress;
import org.juntos.wire.proto.PushSubscription;

/// Where a device is woken, as a message of the contract.
final class WirePush {
  private WirePush() {}

  static PushSubscription subscription(PushAddress address) {
    var message = PushSubscription.newBuilder();
    switch (address) {
      case PushAddress.Web(var endpoint, var p256dh, var auth) ->
          message.setWeb(
              PushSubscription.WebPush.newBuilder()
                  .setEndpoint(endpoint)
                  .setP256Dh(WireValues.bytes(p256dh))
                  .setAuth(WireValues.bytes(auth)));
      case PushAddress.Fcm(var token) -> message.setFcmToken(token);
      case PushAddress.Apns(var token) -> message.setApnsToken(token);
    }
    return message.build();
  }
}
