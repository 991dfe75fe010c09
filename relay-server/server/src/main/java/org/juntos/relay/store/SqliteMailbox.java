package org.juntos.relay.store;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.mailbox.Appended;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.relay.mailbox.MailboxStore;
import org.juntos.relay.mailbox.StoredEnvelope;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Mailboxes in SQLite: one append-only table, read by device and sequence.
public final class SqliteMailbox implements MailboxStore {
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final Database database;
  private final Queues queues;
  private final RelayLimits.Mailboxes limits;
  private final InstantSource clock;

  /// To be made before [Database#start].
  SqliteMailbox(
      Database database, Queues queues, RelayLimits.Mailboxes limits, InstantSource clock) {
    this.database = database;
    this.queues = queues;
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public void append(List<Envelope> envelopes, Consumer<Appended> whenDecided) {
    long now = clock.millis();
    database
        .writer()
        .submit(
            Mutation.<Appended>growing(
                statements -> new Append(statements, queues, limits, now).all(envelopes)),
            written -> whenDecided.accept(decided(written)));
  }

  private static Appended decided(Written<Appended> written) {
    return switch (written) {
      case Written.Durable<Appended>(var appended) -> appended;
      case Written.Failed<Appended> _ -> new Appended.Later(RETRY);
    };
  }

  @Override
  public void acknowledge(DeviceAddress device, List<UUID> ids, Runnable whenDone) {
    long now = clock.millis();
    database
        .writer()
        .submit(
            Mutation.shrinking(
                statements -> new Removal(statements, queues).acknowledge(device, ids, now)),
            _ -> whenDone.run());
  }

  @Override
  public Page read(DeviceAddress device, long sequence, int maxBytes) throws IOException {
    return database.readers().read(statements -> page(statements, device, sequence, maxBytes));
  }

  private static Page page(Statements statements, DeviceAddress device, long sequence, int maxBytes)
      throws SQLException {
    var query =
        statements.of(
            """
            SELECT e.id, e.sequence, e.accepted_ms, e.ciphertext
            FROM envelope e
            WHERE e.device = (
                SELECT d.id FROM device d JOIN account a ON a.id = d.account
                WHERE a.aci = ? AND d.number = ?)
              AND e.sequence > ?
            ORDER BY e.sequence
            """);
    query.setBytes(1, device.account().bytes().toArray());
    query.setInt(2, device.device());
    query.setLong(3, sequence);
    var envelopes = new ArrayList<StoredEnvelope>();
    int bytes = 0;
    try (var row = query.executeQuery()) {
      while (row.next()) {
        var envelope =
            new StoredEnvelope(
                AccountId.uuid(Bytes.of(row.getBytes(1))),
                row.getLong(2),
                row.getLong(3),
                Bytes.of(row.getBytes(4)));
        bytes += envelope.frameBytes();
        if (bytes > maxBytes && !envelopes.isEmpty()) {
          return new Page(envelopes, false);
        }
        envelopes.add(envelope);
      }
    }
    return new Page(envelopes, true);
  }

  @Override
  public int expire(Instant before, int atMost) throws IOException {
    return database
        .writer()
        .write(
            Mutation.shrinking(statements ->
                new Removal(statements, queues).expire(before.toEpochMilli(), atMost)));
  }

  @Override
  public int forgetRepeats(Instant before, long keep, int atMost) throws IOException {
    return database
        .writer()
        .write(
            Mutation.shrinking(statements ->
                new Removal(statements, queues)
                    .forgetRepeats(before.toEpochMilli(), keep, atMost)));
  }
}
