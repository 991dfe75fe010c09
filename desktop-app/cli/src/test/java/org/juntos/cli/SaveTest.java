package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.MessageId;
import org.juntos.engine.model.AttachmentView.State;
import org.juntos.engine.model.ContactView;

/// The files of a message, into a folder.
final class SaveTest extends AtTheTerminal {
  private static final MessageId FIRST =
      new MessageId(UUID.nameUUIDFromBytes("m1".getBytes(StandardCharsets.UTF_8)));

  @TempDir Path folder;

  private final ContactView ben = profile.addContact("bbbbbbbb-0000-4000-8000-000000000002", "Ben");

  private String album(State second) {
    var files =
        List.of(
            MemoryProfile.attachment(FIRST, 0, "one.jpg", State.HERE),
            MemoryProfile.attachment(FIRST, 1, "two.jpg", second));
    return profile.arrive(ben, "", files).id().toString();
  }

  @Test
  void all_files_of_a_message_are_fetched_and_written() throws Exception {
    var message = album(State.OFFERED);
    var target = folder.resolve("new");
    assertEquals(0, ana.types("--json", "save", message, "--to", target.toString()), ana::errors);
    assertEquals("abc", Files.readString(target.resolve("one.jpg")));
    assertEquals("abc", Files.readString(target.resolve("two.jpg")));
    var saved = target.toAbsolutePath().resolve("two.jpg").toString();
    assertTrue(ana.shown().contains("\"savedTo\":\"" + saved), ana.shown());
  }

  @Test
  void what_cannot_be_fetched_is_told_and_the_rest_is_written() throws Exception {
    var message = album(State.FAILED);
    assertEquals(1, ana.types("--json", "save", message, "--to", folder.toString()));
    assertEquals("attachment-not-here", ana.errorCode());
    assertTrue(Files.exists(folder.resolve("one.jpg")));
    assertFalse(Files.exists(folder.resolve("two.jpg")));
  }

  @Test
  void a_message_without_files_and_no_folder_are_refused() throws Exception {
    var text = profile.arrive(ben, "words").id().toString();
    assertEquals(1, ana.types("--json", "save", text, "--to", folder.toString()));
    assertEquals("attachment-unknown", ana.errorCode());
    assertEquals(2, ana.types("save", text));
  }

  @Test
  void the_daemon_does_it_too() throws Exception {
    var ask =
        """
        {"jsonrpc":"2.0","id":1,"method":"save","params":{"message":"%s","to":"%s"}}
        """
            .formatted(album(State.HERE), folder);
    assertEquals(0, ana.pipes(ask.getBytes(StandardCharsets.UTF_8), "daemon"));
    assertTrue(Files.exists(folder.resolve("two.jpg")), ana::shown);
  }
}
