package org.juntos.engine.intent;

import java.util.List;
import org.juntos.wire.Bytes;

/// How this device is woken while it has no connection.
///
/// @param ways in which its relay wakes devices, in the relay's words: `web`, `fcm`, `apns`
/// @param vapidKey for `web`: what the push service has to be given when this device subscribes;
///   empty when the relay does not do it
/// @param way in which this device is woken, by the relay's signed answer; empty when it is not
/// @param address where
public record PushView(List<String> ways, Bytes vapidKey, String way, String address) {
  public PushView {
    ways = List.copyOf(ways);
  }
}
