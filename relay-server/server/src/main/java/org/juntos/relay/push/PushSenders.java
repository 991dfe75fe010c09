package org.juntos.relay.push;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The senders that there are.
///
/// @param web null when nobody is woken that way; the same for the others
public record PushSenders(
    @Nullable PushSender<PushTarget.Web> web,
    @Nullable PushSender<PushTarget.Fcm> fcm,
    @Nullable PushSender<PushTarget.Apns> apns)
    implements AutoCloseable {
  private static final PushSender.Pushed OFF =
      new PushSender.Pushed.Refused("this way of waking devices is off");

  /// The ways that are on.
  public Set<PushWay> ways() {
    var ways = EnumSet.noneOf(PushWay.class);
    for (var way : PushWay.values()) {
      if (sender(way) != null) {
        ways.add(way);
      }
    }
    return ways;
  }

  private @Nullable PushSender<?> sender(PushWay way) {
    return switch (way) {
      case WEB -> web;
      case FCM -> fcm;
      case APNS -> apns;
    };
  }

  PushSender.Pushed push(PushTarget target) throws IOException {
    return switch (target) {
      case PushTarget.Web to -> web == null ? OFF : web.push(to);
      case PushTarget.Fcm to -> fcm == null ? OFF : fcm.push(to);
      case PushTarget.Apns to -> apns == null ? OFF : apns.push(to);
    };
  }

  @Override
  public void close() {
    for (var way : PushWay.values()) {
      var sender = sender(way);
      if (sender != null) {
        sender.close();
      }
    }
  }
}
