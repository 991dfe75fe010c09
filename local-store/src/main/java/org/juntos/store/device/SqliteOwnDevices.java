package org.juntos.store.device;

import java.util.List;
import java.util.Set;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;

/// Devices in their table.
public final class SqliteOwnDevices implements OwnDevices {
  private final Queries queries;
  private final Journal journal;

  /// Devices that live in `queries`' transaction.
  public SqliteOwnDevices(Queries queries, Journal journal) {
    this.queries = queries;
    this.journal = journal;
  }

  @Override
  public List<OwnDevice> all() {
    return queries.list(
        "SELECT device, name, linked_at_ms FROM own_device ORDER BY device",
        row -> new OwnDevice(row.integer(), row.text(), row.time()));
  }

  @Override
  public void put(OwnDevice device) {
    queries.update(
        "INSERT OR REPLACE INTO own_device (device, name, linked_at_ms) VALUES (?, ?, ?)",
        device.device(),
        device.name(),
        device.linkedAt());
    journal.devices();
  }

  @Override
  public void keepOnly(Set<Integer> devices) {
    for (var known : all()) {
      if (!devices.contains(known.device())) {
        queries.update("DELETE FROM own_device WHERE device = ?", known.device());
      }
    }
    journal.devices();
  }
}
