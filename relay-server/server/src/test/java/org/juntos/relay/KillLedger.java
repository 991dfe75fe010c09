package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// What the relay has told its clients over all of its lives, and what it must not do after that.
/// Thread-safe.
final class KillLedger {
  private final Map<DeviceAddress, Set<ByteString>> accepted = new HashMap<>();
  private final Map<DeviceAddress, Set<ByteString>> received = new HashMap<>();
  private final Map<DeviceAddress, Set<ByteString>> done = new HashMap<>();
  private final Map<AccountId, Set<Integer>> keysGiven = new HashMap<>();
  private final Map<String, Integer> told = new HashMap<>();
  private CountDownLatch untilKill = new CountDownLatch(0);

  /// After so many answers the relay is killed.
  synchronized CountDownLatch killAfter(int answers) {
    untilKill = new CountDownLatch(answers);
    return untilKill;
  }

  /// The relay answered a question of this kind.
  synchronized void answered(String kind) {
    told.merge(kind, 1, Integer::sum);
    untilKill.countDown();
  }

  synchronized void accepted(DeviceAddress to, ByteString id) {
    of(accepted, to).add(id);
    answered("send");
  }

  synchronized void received(DeviceAddress device, ByteString id) {
    assertTrue(!of(done, device).contains(id), "delivered after its acknowledgement");
    of(received, device).add(id);
    told.merge("delivery", 1, Integer::sum);
  }

  /// The acknowledgements of these are on disk.
  synchronized void done(DeviceAddress device, Set<ByteString> ids) {
    of(done, device).addAll(ids);
    told.merge("acknowledgement", ids.size(), Integer::sum);
  }

  synchronized void keyGiven(AccountId account, int id) {
    var given = keysGiven.computeIfAbsent(account, _ -> new HashSet<>());
    assertTrue(given.add(id), "a one-time key was given twice");
    answered("bundle");
  }

  private static Set<ByteString> of(Map<DeviceAddress, Set<ByteString>> all, DeviceAddress device) {
    return all.computeIfAbsent(device, _ -> new LinkedHashSet<>());
  }

  /// Each device has read its mailbox to the end.
  synchronized void assertNothingLost() {
    accepted.forEach((device, ids) -> {
      var missing = new HashSet<>(ids);
      missing.removeAll(of(received, device));
      assertEquals(0, missing.size(), "accepted and lost");
    });
  }

  /// @param sentBy ids that one device sent and had accepted at once, in order
  synchronized void assertOrder(Map<DeviceAddress, List<ByteString>> sentBy) {
    sentBy.forEach((to, ids) -> {
      var came = new ArrayList<>(of(received, to));
      came.retainAll(new HashSet<>(ids));
      assertEquals(ids, came, "not in the order of acceptance");
    });
  }

  /// How many of what were counted.
  synchronized Map<String, Integer> told() {
    return new TreeMap<>(told);
  }
}
