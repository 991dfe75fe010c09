package org.juntos.relay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtpStoreTest {
  @TempDir Path folder;

  @Test
  void it_tells_whether_its_database_answers() throws Exception {
    var store = OtpStore.open(folder);
    assertNull(store.trouble());
    store.close();
    assertEquals("the database of codes does not answer", store.trouble());
  }
}
