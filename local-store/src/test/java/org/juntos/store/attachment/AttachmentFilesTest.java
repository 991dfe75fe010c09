package org.juntos.store.attachment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.juntos.store.Fixture.attachment;
import static org.juntos.store.Fixture.incoming;
import static org.juntos.store.Fixture.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.store.OpenStore;

class AttachmentFilesTest extends OpenStore {
  @Test
  void a_partial_file_gets_its_name_when_it_is_complete() throws IOException {
    var files = profile.attachments();
    var name = files.newName();
    assertNotEquals(name, files.newName());
    assertEquals(-1, files.size(name));
    Files.write(files.partial(name), new byte[] {1, 2, 3});
    assertEquals(3, files.partialSize(name));
    assertEquals(-1, files.size(name));
    files.complete(name);
    assertEquals(3, files.size(name));
    assertEquals(-1, files.partialSize(name));
    assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(files.path(name)));
    files.delete(name);
    files.delete(name);
    assertEquals(-1, files.size(name));
  }

  @Test
  void what_was_never_begun_cannot_be_completed() {
    var files = profile.attachments();
    assertThrows(NoSuchFileException.class, () -> files.complete(files.newName()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "..", "../../x", "/etc/passwd", "abc", "00112233445566778899aabbccddeeff/x"})
  void a_name_that_is_none_of_ours_is_refused(String name) {
    assertThrows(IllegalArgumentException.class, () -> profile.attachments().path(name));
  }

  @Test
  void opening_deletes_files_that_no_row_names_and_keeps_the_rest() throws IOException {
    openConversation();
    write(txn -> txn.history().append(incoming(1, attachment("a"), attachment("b"))));
    var entry = there(reading(txn -> txn.history().find(message(1))));
    var whole = profile.attachments().path(entry.attachments().getFirst().file());
    var part = profile.attachments().partial(entry.attachments().getLast().file());
    var orphan = profile.attachments().path(profile.attachments().newName());
    var orphanPart = profile.attachments().partial(profile.attachments().newName());
    var foreign = orphan.resolveSibling("notes.txt");
    for (var file : new java.nio.file.Path[] {whole, part, orphan, orphanPart, foreign}) {
      Files.write(file, new byte[9]);
    }
    reopen();
    assertTrue(Files.exists(whole));
    assertTrue(Files.exists(part));
    assertTrue(Files.exists(foreign));
    assertFalse(Files.exists(orphan));
    assertFalse(Files.exists(orphanPart));
  }
}
