package org.juntos.relay.mailbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.juntos.relay.mailbox.MailboxStore.Acknowledged;
import org.juntos.wire.WireLimits;

/// Decides what one connected device gets next: every envelope once, in order of sequence, with
/// bounded memory.
///
/// It starts by reading the mailbox from the store. At its end it goes live: what is stored from
/// then on comes straight from memory. When the device does not keep up and the buffer is full, it
/// falls back to reading. While [WireLimits#MAX_UNACKNOWLEDGED] envelopes that were given out have
/// not been acknowledged, nothing more is given out. Thread-safe.
public final class DeliveryWindow {
  private final int maxBufferedBytes;
  private final Deque<StoredEnvelope> buffer = new ArrayDeque<>();
  private int bufferedBytes;

  /// What was given out, so that an acknowledgement by id leads straight to the row.
  private final Map<UUID, Acknowledged> unacknowledged = HashMap.newHashMap(0);

  /// Everything up to here was buffered or given out.
  private long cursor;

  /// The highest sequence that was stored while reading, and so is left to be read.
  private long announced;

  /// What was announced when the running read began: the read sees all of it, unless it was deleted
  /// since.
  private long announcedBefore;

  private boolean live;
  private boolean reading;
  private boolean endDue;

  /// @param maxBufferedBytes how much waits in memory before the store is read instead
  public DeliveryWindow(int maxBufferedBytes) {
    this.maxBufferedBytes = maxBufferedBytes;
  }

  /// Of somebody without a mailbox: nothing is ever read or taken.
  public static DeliveryWindow ofNobody() {
    var window = new DeliveryWindow(0);
    window.live = true;
    return window;
  }

  /// An envelope is on disk. Whether there is now more to take than before.
  public synchronized boolean stored(StoredEnvelope envelope) {
    if (envelope.sequence() <= cursor) {
      return false;
    }
    if (live && (buffer.isEmpty() || bufferedBytes + envelope.frameBytes() <= maxBufferedBytes)) {
      add(envelope);
      return true;
    }
    live = false;
    announced = Math.max(announced, envelope.sequence());
    return true;
  }

  /// Whether the store should be read now, after [#cursor]. A true answer must be followed by
  /// [#page] or [#failed].
  public synchronized boolean beginRead() {
    if (!wantsRead()) {
      return false;
    }
    reading = true;
    announcedBefore = announced;
    return true;
  }

  /// Where reading goes on.
  public synchronized long cursor() {
    return cursor;
  }

  /// The answer of the store.
  public synchronized void page(MailboxStore.Page page) {
    reading = false;
    for (var envelope : page.envelopes()) {
      if (envelope.sequence() > cursor) {
        add(envelope);
      }
    }
    // what was stored after the read began is announced, and then there may be more to read
    if (page.end() && announced <= Math.max(cursor, announcedBefore)) {
      live = true;
      endDue = true;
    }
  }

  /// The store did not answer; it will be asked again.
  public synchronized void failed() {
    reading = false;
  }

  /// Takes what goes into the next frame: at least one envelope when there is one.
  public synchronized List<StoredEnvelope> take(int maxBytes) {
    var taken = new ArrayList<StoredEnvelope>(Math.min(buffer.size(), 256));
    int bytes = 0;
    for (var next = buffer.peek(); next != null && hasRoom(); next = buffer.peek()) {
      bytes += next.frameBytes();
      if (bytes > maxBytes && !taken.isEmpty()) {
        break;
      }
      taken.add(buffer.remove());
      bufferedBytes -= next.frameBytes();
      unacknowledged.put(next.id(), new Acknowledged(next.sequence(), next.size()));
    }
    return taken;
  }

  /// Where the envelopes of these ids lie; leaves out those that were not given out here.
  public synchronized List<Acknowledged> acknowledged(List<UUID> ids) {
    var found = new ArrayList<Acknowledged>(ids.size());
    for (var id : ids) {
      var given = unacknowledged.remove(id);
      if (given != null) {
        found.add(given);
      }
    }
    return found;
  }

  private boolean hasRoom() {
    return unacknowledged.size() < WireLimits.MAX_UNACKNOWLEDGED;
  }

  /// Whether the mailbox has ended right after what was taken last; true once for each time.
  public synchronized boolean takeEnd() {
    if (!endDue || !buffer.isEmpty()) {
      return false;
    }
    endDue = false;
    return true;
  }

  /// Whether a take would give anything.
  public synchronized boolean hasMore() {
    return buffer.isEmpty() ? endDue : hasRoom();
  }

  /// Whether the store should be read.
  public synchronized boolean wantsRead() {
    return !live && !reading && buffer.isEmpty();
  }

  private void add(StoredEnvelope envelope) {
    buffer.add(envelope);
    bufferedBytes += envelope.frameBytes();
    cursor = envelope.sequence();
  }
}
