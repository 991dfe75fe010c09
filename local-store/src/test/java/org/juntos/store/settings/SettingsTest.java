package org.juntos.store.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.store.Change;
import org.juntos.store.OpenStore;

class SettingsTest extends OpenStore {
  @Test
  void text_and_bytes_come_back_and_can_be_replaced_and_removed() throws IOException {
    assertNull(reading(txn -> txn.settings().get("theme")));
    assertNull(reading(txn -> txn.settings().blob("avatar")));
    write(txn -> txn.settings().put("theme", "light"));
    write(txn -> txn.settings().put("theme", ""));
    write(txn -> txn.settings().putBlob("avatar", new byte[] {0, -1}));
    write(txn -> txn.settings().putBlob("empty", new byte[0]));
    reopen();
    assertEquals("", reading(txn -> txn.settings().get("theme")));
    assertArrayEquals(new byte[] {0, -1}, reading(txn -> txn.settings().blob("avatar")));
    assertArrayEquals(new byte[0], reading(txn -> txn.settings().blob("empty")));
    write(txn -> txn.settings().remove("theme"));
    write(txn -> txn.settings().remove("avatar"));
    assertNull(reading(txn -> txn.settings().get("theme")));
    assertNull(reading(txn -> txn.settings().blob("avatar")));
  }

  @Test
  void writing_is_announced_and_removing_nothing_is_not() {
    write(txn -> txn.settings().put("theme", "dark"));
    write(txn -> txn.settings().remove("none"));
    assertEquals(List.of(List.of(new Change.Setting("theme"))), commits);
  }
}
