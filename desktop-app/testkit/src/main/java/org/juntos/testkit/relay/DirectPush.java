package org.juntos.testkit.relay;

import java.io.IOException;
import org.juntos.engine.connection.RelayFacts;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.engine.intent.PushAddress;
import org.juntos.relay.http.Waking;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.push.PushTarget;
import org.juntos.relay.push.PushWay;
import org.juntos.wire.DeviceAddress;

/// How an in-process relay wakes devices, as requests see it.
record DirectPush(Waking waking) {
  RelayFacts.Push facts() {
    return new RelayFacts.Push(
        waking.rules().ways().stream().map(PushWay::text).sorted().toList(), waking.vapidKey());
  }

  Verdict<Done> set(DeviceAddress device, PushAddress address) throws IOException {
    return switch (target(address)) {
      case Verdict.Granted<PushTarget>(var good) ->
          waking.pushes().set(device, good).map(_ -> new Done());
      case Verdict.Refused<PushTarget>(var code, var detail, var retryAfter) ->
          Verdict.refused(code, detail, retryAfter);
    };
  }

  private Verdict<PushTarget> target(PushAddress address) {
    var rules = waking.rules();
    return switch (address) {
      case PushAddress.Web(var endpoint, var p256dh, var auth) -> rules.web(endpoint, p256dh, auth);
      case PushAddress.Fcm(var token) -> rules.fcm(token);
      case PushAddress.Apns(var token) -> rules.apns(token);
    };
  }
}
