package org.juntos.relay.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.relay.limit.RelayLimits;

class RecentIdsTest {
  private static final long DEVICE = 3;
  private static final long NOW = 1_000_000;

  private final UUID id = UUID.randomUUID();
  private final RecentIds recent = fresh();
  private Connection connection;
  private Statements statements;

  private static RecentIds fresh() {
    return new RecentIds(RelayLimits.standard().mailbox(), new SecureRandom().nextLong());
  }

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    connection.setAutoCommit(false);
    statements = new Statements(connection);
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(
          """
          CREATE TABLE recent_ids (
            position INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, ids BLOB NOT NULL) STRICT
          """);
    }
    connection.commit();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private void commit(RecentIds ids) throws SQLException {
    ids.beforeCommit(statements);
    connection.commit();
    ids.committed();
  }

  @Test
  void an_id_of_a_change_that_was_rolled_back_is_new_when_it_comes_again() throws SQLException {
    assertTrue(recent.add(DEVICE, id, NOW, statements));
    recent.beforeCommit(statements);
    connection.rollback();
    recent.rolledBack();
    assertTrue(recent.add(DEVICE, id, NOW, statements));
    commit(recent);
    assertFalse(recent.add(DEVICE, id, NOW, statements));
  }

  @Test
  void what_was_committed_before_is_still_known_after_a_rollback() throws SQLException {
    recent.add(DEVICE, id, NOW, statements);
    commit(recent);
    recent.add(DEVICE, UUID.randomUUID(), NOW, statements);
    connection.rollback();
    recent.rolledBack();
    assertFalse(recent.add(DEVICE, id, NOW, statements));
  }

  @Test
  void another_process_knows_what_was_committed() throws SQLException {
    recent.add(DEVICE, id, NOW, statements);
    commit(recent);
    var restarted = fresh();
    assertFalse(restarted.add(DEVICE, id, NOW, statements));
    assertTrue(restarted.add(DEVICE + 1, id, NOW, statements));
    commit(restarted);
    assertFalse(fresh().add(DEVICE + 1, id, NOW, statements));
  }
}
