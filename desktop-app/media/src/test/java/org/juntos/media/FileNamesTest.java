package org.juntos.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileNamesTest {
  @ParameterizedTest
  @CsvSource({
    "photo.jpg, photo.jpg",
    "../../x, x",
    "../../etc/passwd, passwd",
    "C:\\Windows\\system32\\a.txt, a.txt",
    "/, file",
    ".., file",
    "..., file",
    "'  ', file",
    "'', file",
    "'name. . ', name",
    "CON, _CON",
    "nul.txt, _nul.txt",
    "COM1.log.txt, _COM1.log.txt",
    "console.txt, console.txt",
    "a:b*c?.txt, a_b_c_.txt",
    "Grüße – 挨拶.pdf, Grüße – 挨拶.pdf",
  })
  void reduces_to_a_safe_base_name(String given, String safe) {
    assertEquals(safe, FileNames.safe(given));
  }

  @Test
  void removes_what_is_not_seen() {
    assertEquals("gpj.exe", FileNames.safe("\u202Egpj.exe"));
    assertEquals("ab.txt", FileNames.safe("a\0b\n.txt\u200F"));
    assertEquals("a.txt", FileNames.safe("a\u2028.txt\uD800"));
  }

  @Test
  void keeps_the_extension_of_a_name_that_is_too_long() {
    var name = FileNames.safe("挨".repeat(300) + ".jpeg");
    assertTrue(name.endsWith("挨.jpeg"));
    assertEquals(5 + 83 * 3, name.getBytes(StandardCharsets.UTF_8).length);
    assertEquals(255, FileNames.safe("a." + "b".repeat(400)).length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.exe", "A.EXE", "x.jpg.scr", "run.sh", "a.desktop", "a.exe . ", "a.jar"})
  void warns_of_programs(String name) {
    assertTrue(FileNames.isRisky(name));
  }

  @Test
  void sees_through_direction_tricks() {
    assertTrue(FileNames.isRisky("photo\u202Egpj.exe"));
    assertTrue(FileNames.isRisky("photo.ex\u200Be"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"photo.jpg", "plan.pdf", "notes.txt", "exe", "clip.mp4", "a.docx"})
  void does_not_warn_of_documents(String name) {
    assertFalse(FileNames.isRisky(name));
  }

  @Test
  void replaces_an_extension() {
    assertEquals("a.b.mp4", FileNames.withExtension("a.b.mov", "mp4"));
    assertEquals("clip.mp4", FileNames.withExtension("clip", "mp4"));
    assertEquals(255, FileNames.withExtension("x".repeat(255), "mp4").length());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void any_name_at_all_becomes_safe_and_stays_so(long seed) {
    var random = new Random(seed);
    for (var round = 0; round < 2000; round++) {
      var given = new StringBuilder();
      for (var length = random.nextInt(400); length > 0; length--) {
        given.append(
            random.nextInt(3) == 0
                ? "./\\: \u202E\0a".charAt(random.nextInt(8))
                : (char) random.nextInt(0x10000));
      }
      var safe = FileNames.safe(given.toString());
      assertTrue(safe.getBytes(StandardCharsets.UTF_8).length <= 255, () -> "seed " + seed);
      assertFalse(safe.isBlank() || safe.matches(".*[/\\\\\0].*"), () -> "seed " + seed);
      assertFalse(safe.endsWith(".") || safe.endsWith(" "), () -> "seed " + seed + safe);
      assertEquals(safe, FileNames.safe(safe), () -> "seed " + seed);
    }
  }
}
