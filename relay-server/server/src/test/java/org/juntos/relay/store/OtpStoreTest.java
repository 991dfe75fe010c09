package org.juntos.relay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.otp.CodeStore;
import org.juntos.wire.Bytes;

class OtpStoreTest {
  @TempDir Path folder;

  @Test
  void it_tells_whether_its_database_answers() throws Exception {
    var store = OtpStore.open(folder);
    assertNull(store.trouble());
    store.close();
    assertEquals("the database of codes does not answer", store.trouble());
  }

  /// As SQLite does on a full disk.
  @Test
  void when_sqlite_has_rolled_back_by_itself_the_next_work_is_done_and_kept() throws Exception {
    var limit = Bytes.of(new byte[] {1});
    try (var store = OtpStore.open(folder)) {
      var codes = store.codes();
      assertThrows(IOException.class, () -> codes.within(OtpStoreTest::endItself));
      codes.within(rows -> set(rows, limit, 7));
      assertThrows(
          IOException.class,
          () ->
              codes.within(rows -> {
                set(rows, limit, 8);
                throw new IOException("half a work is no work");
              }));
    }
    try (var store = OtpStore.open(folder)) {
      assertEquals(7L, store.codes().<Long>within(rows -> rows.fullAt(limit)));
    }
  }

  private static boolean endItself(CodeStore.Rows rows) throws IOException {
    try (var statement = ((CodeRows) rows).txn().statements().connection().createStatement()) {
      statement.execute("ROLLBACK");
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
    throw new IOException("the disk is full");
  }

  private static boolean set(CodeStore.Rows rows, Bytes limit, long nanos) throws IOException {
    rows.setFullAt(limit, nanos);
    return true;
  }
}
