package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.StickerIntent;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.PackView;
import org.juntos.engine.model.StickerView;
import org.juntos.wire.Bytes;

/// Stickers from the command line.
class StickerCommandTest extends AtTheTerminal {
  private static final Bytes ID = Bytes.of(new byte[32]);
  private static final String WAVE = "\uD83D\uDC4B";

  private final ContactView ben = profile.addContact("bbbbbbbb-0000-4000-8000-000000000002", "Ben");

  @TempDir Path folder;

  @BeforeEach
  void a_pack() {
    var sticker =
        new StickerView(ID, 0, WAVE, "waves\u001b[2J", Bytes.of(new byte[9]), "image/png", true);
    profile.packs = List.of(new PackView(ID, "Cats", "Ana", true, List.of(sticker)));
  }

  @Test
  void packs_are_listed_and_nothing_of_them_reaches_the_terminal_raw() throws Exception {
    assertEquals(0, ana.types("--json", "sticker", "packs"));
    assertEquals("Cats", ana.jsonLines().getFirst().get("title"));
    assertEquals(0, ana.types("sticker", "packs"));
    assertTrue(ana.shown().contains("waves"), ana::shown);
    assertTrue(ana.shown().indexOf('\u001b') < 0, ana::shown);
  }

  @Test
  void a_sticker_is_sent_by_its_number_or_its_emoji() throws Exception {
    for (var sticker : List.of("0", WAVE)) {
      assertEquals(0, ana.types("--json", "sticker", "send", "Ben", "cats", sticker));
      assertEquals(
          new StickerIntent.Send(ben.conversation(), ID, 0, null), profile.submitted.getLast());
    }
    assertEquals(1, ana.types("--json", "sticker", "send", "Ben", "cats", "7"));
    assertEquals("sticker-unknown", ana.errorCode());
    assertEquals(1, ana.types("--json", "sticker", "send", "Ben", "dogs", "0"));
    assertEquals("sticker-pack-unknown", ana.errorCode());
  }

  @Test
  void packs_are_installed_removed_and_made() throws Exception {
    var message = new MessageId(new UUID(1, 2));
    assertEquals(0, ana.types("--json", "sticker", "install", message.toString()));
    assertEquals(new StickerIntent.Install(message), profile.submitted.getLast());
    assertEquals(0, ana.types("--json", "sticker", "remove", "Cats"));
    assertEquals(new StickerIntent.Remove(ID), profile.submitted.getLast());
    var picture = Files.write(folder.resolve("cat.png"), new byte[9]);
    assertEquals(
        0, ana.types("--json", "sticker", "make", "Cats", WAVE + "=" + picture + "=a cat"));
    assertEquals(
        new StickerIntent.Make(
            "Cats", List.of(new StickerIntent.Make.Picture(picture, WAVE, "a cat"))),
        profile.submitted.getLast());
    assertEquals(1, ana.types("--json", "sticker", "make", "Cats", WAVE + "=nowhere.png"));
    assertEquals("file-unreadable", ana.errorCode());
    assertEquals(2, ana.types("--json", "sticker", "make", "Cats", "cat.png"));
    assertEquals("usage", ana.errorCode());
  }
}
