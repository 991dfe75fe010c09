package org.juntos.relay.store;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.mailbox.Appended;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.relay.mailbox.FanOut;
import org.juntos.relay.mailbox.MailboxStore;
import org.juntos.relay.mailbox.StoredEnvelope;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Mailboxes in SQLite: two tables, ordered by device and sequence, one for whole envelopes and one
/// for copies of messages to many; the view `waiting` is both. What is [Unfiled] comes into the
/// mailbox before it is read.
public final class SqliteMailbox implements MailboxStore {
  private static final Duration RETRY = Duration.ofSeconds(5);
  private static final Duration NO_ROOM_RETRY = Duration.ofSeconds(30);

  private final Database database;
  private final Queues queues;
  private final RecentIds recent;
  private final Expiry expiry;
  private final RelayLimits.Mailboxes limits;
  private final InstantSource clock;

  /// To be made before [Database#start].
  SqliteMailbox(
      Database database,
      Queues queues,
      RelayLimits.Mailboxes limits,
      InstantSource clock,
      RandomGenerator random) {
    this.database = database;
    this.queues = queues;
    this.recent = new RecentIds(limits, random.nextLong());
    this.expiry = new Expiry(queues);
    this.limits = limits;
    this.clock = clock;
    database.writer().join(recent);
  }

  @Override
  public void append(List<Envelope> envelopes, Consumer<Appended> whenDecided) {
    long now = clock.millis();
    database
        .writer()
        .submit(
            Mutation.<Appended>growing(
                statements -> new Append(statements, queues, recent, limits, now).all(envelopes)),
            written -> whenDecided.accept(decided(written)));
  }

  @Override
  public void append(FanOut fanOut, Consumer<Appended> whenDecided) {
    long now = clock.millis();
    database
        .writer()
        .submit(
            Mutation.<Appended>growing(
                statements -> new Append(statements, queues, recent, limits, now).all(fanOut)),
            written -> whenDecided.accept(decided(written)));
  }

  private static Appended decided(Written<Appended> written) {
    return switch (written) {
      case Written.Durable<Appended>(var appended) -> appended;
      case Written.NoRoom<Appended> _ -> new Appended.Later(NO_ROOM_RETRY);
      case Written.Failed<Appended> _ -> new Appended.Later(RETRY);
    };
  }

  @Override
  public void acknowledge(DeviceAddress device, List<Acknowledged> envelopes, Runnable whenDone) {
    database
        .writer()
        .submit(
            Mutation.shrinking(
                statements -> new Removal(statements, queues).acknowledge(device, envelopes)),
            _ -> whenDone.run());
  }

  @Override
  public void afterEachCommit(Runnable told) {
    database.writer().afterEachCommit(told);
  }

  @Override
  public Page read(DeviceAddress device, long sequence, int maxBytes) throws IOException {
    var row = database.readers().read(statements -> row(statements, device));
    return row == null
        ? new Page(List.of(), true)
        : WholePages.read(new Reading(device, row, sequence, maxBytes));
  }

  /// Somebody reads on in a mailbox.
  private final class Reading implements WholePages.Mailbox {
    private final DeviceAddress device;
    private final long row;
    private final long after;
    private final int maxBytes;

    Reading(DeviceAddress device, long row, long after, int maxBytes) {
      this.device = device;
      this.row = row;
      this.after = after;
      this.maxBytes = maxBytes;
    }

    @Override
    public Unfiled.Look look() {
      return queues.unfiled().look(row);
    }

    @Override
    public long file() throws IOException {
      return database.writer().write(Mutation.shrinking(this::file));
    }

    private long file(Statements statements) throws SQLException {
      queues.unfiled().file(row, statements);
      var queue = queues.of(device, statements);
      return queue == null ? 0 : queue.nextSequence();
    }

    @Override
    public Page page(long last) throws IOException {
      long to = last == WholePages.END ? Place.last(row) : Place.of(row, last);
      return database
          .readers()
          .read(statements -> SqliteMailbox.page(statements, Place.of(row, after), to, maxBytes));
    }
  }

  private static @Nullable Long row(Statements statements, DeviceAddress device)
      throws SQLException {
    var query =
        statements.of(
            """
            SELECT d.id FROM device d JOIN account a ON a.id = d.account
            WHERE a.aci = ? AND d.number = ?
            """);
    query.setBytes(1, device.account().bytes().toArray());
    query.setInt(2, device.device());
    try (var row = query.executeQuery()) {
      return row.next() ? row.getLong(1) : null;
    }
  }

  private static Page page(Statements statements, long after, long last, int maxBytes)
      throws SQLException {
    var query =
        statements.of(
            """
            SELECT place, id, accepted_ms, own, shared FROM waiting
            WHERE place > ? AND place <= ? ORDER BY place
            """);
    query.setLong(1, after);
    query.setLong(2, last);
    var envelopes = new ArrayList<StoredEnvelope>();
    int bytes = 0;
    try (var row = query.executeQuery()) {
      while (row.next()) {
        var envelope =
            new StoredEnvelope(
                AccountId.uuid(Bytes.of(row.getBytes(2))),
                Place.sequence(row.getLong(1)),
                row.getLong(3),
                Bytes.of(row.getBytes(4)),
                shared(row.getBytes(5)));
        bytes += envelope.frameBytes();
        if (bytes > maxBytes && !envelopes.isEmpty()) {
          return new Page(envelopes, false);
        }
        envelopes.add(envelope);
      }
    }
    return new Page(envelopes, true);
  }

  private static Bytes shared(byte @Nullable [] payload) {
    return payload == null ? Bytes.EMPTY : Bytes.of(payload);
  }

  @Override
  public int expire(Instant before, int atMost) throws IOException {
    return database
        .writer()
        .write(
            Mutation.shrinking(
                statements -> expiry.expire(before.toEpochMilli(), atMost, statements)));
  }

  @Override
  public int forgetRepeats(int atMost) throws IOException {
    long now = clock.millis();
    return database
        .writer()
        .write(Mutation.shrinking(statements -> recent.forget(now, atMost, statements)));
  }
}
