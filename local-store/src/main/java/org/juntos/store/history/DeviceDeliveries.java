package org.juntos.store.history;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.MessageId;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.wire.DeviceAddress;

/// How far the person's own messages have come at each device that has said so. They go with their
/// messages.
public final class DeviceDeliveries {
  private final Queries queries;

  /// Deliveries that live in `queries`' transaction.
  public DeviceDeliveries(Queries queries) {
    this.queries = queries;
  }

  /// At one device.
  ///
  /// @param delivered null only where nothing was said
  public record DeviceDelivery(
      DeviceAddress device, @Nullable Instant delivered, @Nullable Instant seen) {
    static DeviceDelivery of(Row row) throws SQLException {
      return new DeviceDelivery(
          new DeviceAddress(row.account(), row.integer()), row.timeOrNever(), row.timeOrNever());
    }
  }

  /// A device has said that an own message has arrived there, or was seen there. What it has said
  /// before stays; of a message that is not here nothing is noted. Whoever calls has made sure that
  /// the message went to the account.
  public void note(MessageId message, DeviceAddress device, Instant at, boolean seen) {
    queries.update(
        """
        INSERT INTO device_delivery (place, account, device, delivered_at_ms, seen_at_ms)
        SELECT place, ?, ?, ?, ? FROM entry WHERE message = ? AND outgoing = 1
        ON CONFLICT (place, account, device) DO UPDATE SET
          seen_at_ms = CASE seen_at_ms WHEN -1 THEN excluded.seen_at_ms ELSE seen_at_ms END
        """,
        device.account(),
        device.device(),
        at,
        seen ? at : Queries.NEVER,
        message);
  }

  /// What is known of an own message, by account, then device.
  public List<DeviceDelivery> of(MessageId message) {
    return queries.list(
        """
        SELECT account, device, delivered_at_ms, seen_at_ms FROM device_delivery
        WHERE place = (SELECT place FROM entry WHERE message = ? AND outgoing = 1)
        ORDER BY account, device
        """,
        DeviceDelivery::of,
        message);
  }
}
