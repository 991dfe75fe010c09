package org.juntos.relay.store;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/// Copies of messages to many that are not in the mailboxes yet. A message to a thousand would
/// touch a page for nearly each of them; so its copies lie together first, in rows of
/// [Copies#IN_ROW] that say in which mailbox each belongs and where. Most are fetched before they
/// are filed. The others are filed mailbox by mailbox, many at a time: when somebody reads in the
/// mailbox, or when there are too many. The rows stay as they are until the last of their copies is
/// gone; up to where the copies of a device are gone is said once for the device.
///
/// What is on disk is in memory too, and read back at the first use after a start. For the writer's
/// thread, except where said.
final class Unfiled implements Writer.Participant {
  private final Map<Long, Pile> piles = new HashMap<>();

  /// In the order of their messages.
  private final Map<Long, UnfiledRow> rows = new LinkedHashMap<>();

  /// Rows to be written in this commit, or deleted.
  private final Set<Long> changed = new HashSet<>();

  /// The last sequences that were filed or fetched in this commit, by device.
  private final Map<Long, Long> through = new HashMap<>();

  /// How many copies of a message were fetched in this commit.
  private final Map<Long, Integer> fetched = new HashMap<>();

  /// Devices whose copies were filed or fetched in this commit.
  private final Set<Long> emptied = new HashSet<>();

  /// Devices that are next when there are too many.
  private final ArrayDeque<Long> turns = new ArrayDeque<>();

  private final int most;
  private int count;

  /// Devices of which something on disk is unfiled: for all threads.
  private final Set<Long> present = ConcurrentHashMap.newKeySet();

  /// How often something was filed, for one in so many devices: for all threads.
  private final AtomicLongArray filings = new AtomicLongArray(1 << 10);

  private volatile boolean loaded;

  /// @param most copies that are unfiled for long
  Unfiled(int most) {
    this.most = most;
  }

  /// What a reader of a mailbox has to know, for any thread. Nothing that is not in the mailbox was
  /// missed in between when `isThere` is false both times and `filings` are the same.
  Look look(long device) {
    long before = filings.get(stripe(device));
    return new Look(!loaded || present.contains(device), before);
  }

  /// @param isThere whether there may be unfiled copies
  /// @param filings a number that grows when copies are filed
  record Look(boolean isThere, long filings) {}

  private int stripe(long device) {
    return (int) device & filings.length() - 1;
  }

  /// Takes in a copy.
  ///
  /// @param head see [Copies]
  /// @param bytes of the whole ciphertext
  void add(long place, long head, int bytes, long acceptedMs, Statements statements)
      throws SQLException {
    load(statements);
    long row = Copies.row(head);
    put(place, head, rows.computeIfAbsent(row, _ -> new UnfiledRow(bytes, acceptedMs)));
    changed.add(row);
  }

  private void put(long place, long head, UnfiledRow row) {
    long device = Place.device(place);
    var pile = piles.get(device);
    if (pile == null) {
      pile = new Pile();
      piles.put(device, pile);
      present.add(device);
    }
    pile.add(place, head);
    row.put(Copies.inRow(head), place);
    count++;
  }

  /// How many copies there are for `device`.
  int count(long device, Statements statements) throws SQLException {
    load(statements);
    var pile = piles.get(device);
    return pile == null ? 0 : pile.size();
  }

  /// Bytes of the copies for `device`.
  long bytes(long device, Statements statements) throws SQLException {
    load(statements);
    var pile = piles.get(device);
    long bytes = 0;
    for (int i = 0; pile != null && i < pile.size(); i++) {
      bytes += row(pile.head(i)).bytes();
    }
    return bytes;
  }

  /// Forgets what lies from the `first` place to the `last`, of one mailbox, for good; how many.
  /// What comes later lies after `last`, or the device goes with it.
  int remove(long first, long last, Statements statements) throws SQLException {
    load(statements);
    long device = Place.device(first);
    var pile = piles.get(device);
    if (pile == null) {
      return 0;
    }
    boolean inOrder = pile.place(0) >= first;
    var taken = pile.take(first, last);
    for (long head : taken) {
      take(head);
      fetched.merge(Copies.payload(head), 1, Integer::sum);
      if (!inOrder) {
        changed.add(Copies.row(head));
      }
    }
    if (inOrder && taken.length > 0) {
      through.put(device, Place.sequence(last));
    }
    if (pile.size() == 0) {
      empty(device);
    }
    return taken.length;
  }

  /// Puts what there is for `device` into its mailbox; how many.
  int file(long device, Statements statements) throws SQLException {
    load(statements);
    var pile = empty(device);
    if (pile == null) {
      return 0;
    }
    var insert = statements.of("INSERT INTO envelope_copy (place, head, bytes) VALUES (?, ?, ?)");
    for (int i = 0; i < pile.size(); i++) {
      insert.setLong(1, pile.place(i));
      insert.setLong(2, pile.head(i));
      insert.setInt(3, row(pile.head(i)).bytes());
      insert.executeUpdate();
      take(pile.head(i));
    }
    through.put(device, Place.sequence(pile.place(pile.size() - 1)));
    return pile.size();
  }

  private @Nullable Pile empty(long device) {
    emptied.add(device);
    return piles.remove(device);
  }

  private UnfiledRow row(long head) {
    var row = rows.get(Copies.row(head));
    if (row == null) {
      throw new IllegalStateException("a copy without its row");
    }
    return row;
  }

  private void take(long head) {
    long id = Copies.row(head);
    var row = row(head);
    row.clear(Copies.inRow(head));
    count--;
    if (row.isEmpty()) {
      rows.remove(id);
      changed.add(id);
    }
  }

  /// Files what is too much, a mailbox at a time, and little more than twice what was `added`: no
  /// commit waits long for it.
  void fileRest(int added, Statements statements) throws SQLException {
    for (int filed = 0; count > most && filed < 2 * added; ) {
      if (turns.isEmpty()) {
        piles.keySet().stream().sorted().forEach(turns::add);
      }
      filed += file(turns.remove(), statements);
    }
  }

  /// Files what was accepted before `beforeMs`, until `atMost` or a few more are filed.
  void fileOld(long beforeMs, int atMost, Statements statements) throws SQLException {
    load(statements);
    for (int filed = 0; filed < atMost && !rows.isEmpty(); ) {
      var oldest = rows.values().iterator().next();
      if (oldest.acceptedMs() >= beforeMs) {
        return;
      }
      filed += file(Place.device(oldest.somePlace()), statements);
    }
  }

  private void load(Statements statements) throws SQLException {
    if (loaded) {
      return;
    }
    var query =
        statements.of(
            """
            SELECT u.id, u.number, u.place, p.head_bytes - 16 + length(p.payload), p.accepted_ms
            FROM unfiled u JOIN shared_payload p ON p.id = u.id >> 8 ORDER BY u.id, u.number
            """);
    try (var found = query.executeQuery()) {
      while (found.next()) {
        long id = found.getLong(1);
        var row = rows.get(id);
        if (row == null) {
          row = new UnfiledRow(found.getInt(4), found.getLong(5));
          rows.put(id, row);
        }
        put(found.getLong(3), Copies.head(id, found.getInt(2)), row);
      }
    }
    loaded = true;
  }

  @Override
  public void beforeCommit(Statements statements) throws SQLException {
    for (long id : changed) {
      var row = rows.get(id);
      if (row == null) {
        var delete = statements.of("DELETE FROM unfiled_copy WHERE id = ?");
        delete.setLong(1, id);
        delete.executeUpdate();
      } else {
        var put = statements.of("INSERT OR REPLACE INTO unfiled_copy (id, places) VALUES (?, ?)");
        put.setLong(1, id);
        put.setString(2, row.text());
        put.executeUpdate();
      }
    }
    for (var device : through.entrySet()) {
      goneThrough(device.getKey(), device.getValue(), statements);
    }
    for (var message : fetched.entrySet()) {
      release(message.getKey(), message.getValue(), statements);
    }
    changed.clear();
    through.clear();
    fetched.clear();
  }

  /// Of a device that was deleted, nothing is left to say.
  private static void goneThrough(long device, long sequence, Statements statements)
      throws SQLException {
    var update =
        statements.of(
            """
            INSERT INTO filed (device, through) SELECT id, ?2 FROM device WHERE id = ?1
            ON CONFLICT DO UPDATE SET through = excluded.through
            """);
    update.setLong(1, device);
    update.setLong(2, sequence);
    update.executeUpdate();
  }

  /// As the trigger does for those that were filed.
  private static void release(long payload, int copies, Statements statements) throws SQLException {
    var update = statements.of("UPDATE shared_waiting SET copies = copies - ? WHERE payload = ?");
    update.setInt(1, copies);
    update.setLong(2, payload);
    update.executeUpdate();
    var delete =
        statements.of(
            """
            DELETE FROM shared_payload WHERE id = ?1
              AND 0 = (SELECT copies FROM shared_waiting WHERE payload = ?1)
            """);
    delete.setLong(1, payload);
    delete.executeUpdate();
  }

  @Override
  public void committed() {
    for (long device : emptied) {
      filings.incrementAndGet(stripe(device));
      if (!piles.containsKey(device)) {
        present.remove(device);
      }
    }
    emptied.clear();
  }

  /// All is read again.
  @Override
  public void rolledBack() {
    loaded = false;
    piles.clear();
    rows.clear();
    changed.clear();
    through.clear();
    fetched.clear();
    emptied.clear();
    turns.clear();
    present.clear();
    count = 0;
  }
}
