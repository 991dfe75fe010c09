package org.juntos.relay.store;

import java.io.IOException;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the otp role keeps, in a SQLite file: one connection, one piece of work at a time,
/// `synchronous=FULL`. Codes are few beside envelopes.
final class OtpDatabase implements AutoCloseable {
  /// File name of the database.
  static final String DATABASE = "otp.db";

  private static final long LOG_BYTES = 4L * 1024 * 1024;
  private static final Logger LOG = LoggerFactory.getLogger(OtpDatabase.class);

  private final Statements statements;
  private boolean closed;

  private OtpDatabase(Statements statements) {
    this.statements = statements;
  }

  /// Opens or makes the database in `folder`.
  ///
  /// @throws StoreUnusableException when it is damaged, from a newer program, or cannot be written
  static OtpDatabase open(DataFolder folder, Disk disk) throws StoreUnusableException {
    var file = folder.path().resolve(DATABASE);
    folder.makeOwnerOnly(file);
    var connections = new Connections(disk, file, LOG_BYTES);
    try {
      return new OtpDatabase(new Statements(connections.openCurrent(true, CodeSchema.STEPS)));
    } catch (SQLException failed) {
      connections.giveUp(failed);
      throw new StoreUnusableException(Database.why(file, failed), failed);
    } catch (StoreUnusableException already) {
      connections.giveUp(already);
      throw already;
    }
  }

  /// Reads and changes rows.
  interface Work<T> {
    T of(OtpTransaction txn) throws IOException;
  }

  /// Runs `work` alone and makes what it did durable; nothing of it is done when it throws.
  synchronized <T> T within(Work<T> work) throws IOException {
    if (closed) {
      throw new IOException("the relay is stopping");
    }
    boolean done = false;
    try {
      statements.begin();
      var result = work.of(new OtpTransaction(statements));
      statements.commit();
      done = true;
      return result;
    } catch (SQLException failed) {
      throw OtpTransaction.told(failed);
    } finally {
      if (!done) {
        rollback();
      }
    }
  }

  private void rollback() {
    try {
      statements.rollback();
    } catch (SQLException failed) {
      LOG.error("event=rollback_failed", failed);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    try {
      statements.close();
    } catch (SQLException failed) {
      throw new IOException("the database of codes did not close cleanly", failed);
    }
  }
}
