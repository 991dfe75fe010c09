package org.juntos.relay.http;

import org.juntos.relay.push.PushRules;
import org.juntos.relay.push.PushWay;
import org.juntos.relay.push.Pushes;
import org.juntos.wire.Bytes;
import org.juntos.wire.proto.PushOffer;

/// How devices without a stream are woken, as requests see it.
///
/// @param vapidKey point in 65 bytes; empty when nobody is woken
public record Waking(Pushes pushes, PushRules rules, Bytes vapidKey) {
  boolean isOn() {
    return !rules.ways().isEmpty();
  }

  PushOffer offer() {
    var offer = PushOffer.newBuilder().setVapidKey(ToWire.bytes(vapidKey));
    rules.ways().stream().sorted().map(PushWay::text).forEach(offer::addWays);
    return offer.build();
  }
}
