package org.juntos.ui.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.juntos.media.FileNames;
import org.juntos.ui.control.SafeText;

class FileNamesShownTest {
  @ParameterizedTest
  @CsvSource({
    "minutes.pdf, minutes, .pdf",
    "Makefile, Makefile, ''",
    "a.tar.gz, a.tar, .gz",
    "photo.jpg.exe, photo.jpg, .exe",
    ".profile, .profile, ''",
    "what.is-this-long-ending-for, what.is-this-long-ending-for, ''"
  })
  void how_a_name_ends_stands_for_itself(String name, String stem, String extension) {
    assertEquals(new NameLine.Parts(stem, extension), NameLine.Parts.of(name));
  }

  /// What a hostile sender wrote is made safe by the engine; shown once more as if it was not.
  @Test
  void no_direction_mark_moves_the_extension() {
    var hostile = "invoice\u202Efdp.exe";
    for (var name : new String[] {hostile, FileNames.safe(hostile)}) {
      assertEquals(
          new NameLine.Parts("invoicefdp", ".exe"), NameLine.Parts.of(SafeText.name(name)));
      assertEquals(FileType.PROGRAM, FileType.of(name, "application/pdf"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "minutes.PDF, application/octet-stream, PDF",
    "plan.ods, application/x, SHEET",
    "all.tar.gz, application/gzip, ARCHIVE",
    "Main.java, text/plain, CODE",
    "setup.exe, image/png, PROGRAM",
    "song.flac, audio/flac, SOUND",
    "letter, text/plain, TEXT",
    "letter, application/pdf, PDF",
    "what.xyz, image/png, OTHER"
  })
  void the_name_decides_what_a_file_is(String name, String mediaType, FileType type) {
    assertEquals(type, FileType.of(name, mediaType));
  }
}
