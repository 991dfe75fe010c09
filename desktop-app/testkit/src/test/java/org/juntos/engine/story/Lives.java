package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.content.MessageId;
import org.juntos.engine.model.EntryView;

/// What a device has shown of messages, whenever somebody looked; and that none of them went
/// without reason, or too early.
final class Lives {
  private final String device;
  private final Map<MessageId, Life> lives = new HashMap<>();
  private final Set<MessageId> removed = new HashSet<>();
  private Instant lastLook;
  private Duration put = Duration.ZERO;
  private Duration putThen = Duration.ZERO;

  Lives(String device, Instant now) {
    this.device = device;
    lastLook = now;
  }

  /// @param after null for ever
  /// @param since its time had not begun before
  /// @param put by how much its clock had been put on over stops by then
  private record Life(@Nullable Duration after, Instant since, Duration put) {}

  /// The person has removed it, or may have.
  void removed(MessageId message) {
    removed.add(message);
  }

  /// The program was closed, and its clock put on meanwhile: so much may count as time, and is less
  /// than a day.
  void putOn(Duration by) {
    put = put.plus(by);
  }

  void look(List<EntryView> shown, Instant now, String seed) {
    var there = new HashMap<MessageId, Life>();
    shown.forEach(entry -> there.put(entry.id(), life(entry, now)));
    for (var known : lives.entrySet()) {
      if (!there.containsKey(known.getKey()) && !removed.contains(known.getKey())) {
        assertTime(known.getValue(), now, known.getKey() + " on " + device + ", " + seed);
      }
    }
    lives.clear();
    lives.putAll(there);
    lastLook = now;
    putThen = put;
  }

  private Life life(EntryView entry, Instant now) {
    var fate = entry.fate();
    if (fate == null || fate.until() == null) {
      return new Life(fate == null ? null : fate.after(), now, put);
    }
    var known = lives.get(entry.id());
    return known == null ? new Life(fate.after(), lastLook, putThen) : known;
  }

  private void assertTime(Life life, Instant now, String where) {
    var after = life.after;
    assertNotNull(after, () -> "nothing takes it away: " + where);
    var passed = Duration.between(life.since, now).plus(put.minus(life.put));
    assertTrue(
        passed.compareTo(after) >= 0,
        () -> "gone after " + passed + " at most, instead of " + after + ": " + where);
  }
}
