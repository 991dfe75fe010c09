package org.juntos.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.content.Attachment.Kind;

class FileWordsTest {
  @Test
  void says_what_and_how_many() {
    assertEquals("", FileWords.of(List.of()));
    assertEquals("Voice message", FileWords.of(List.of(Kind.VOICE)));
    assertEquals("3 photos", FileWords.of(List.of(Kind.IMAGE, Kind.IMAGE, Kind.IMAGE)));
    assertEquals("1 photo and 1 video", FileWords.of(List.of(Kind.VIDEO, Kind.IMAGE)));
    assertEquals(
        "1 photo, 1 audio and 2 files",
        FileWords.of(List.of(Kind.FILE, Kind.AUDIO, Kind.IMAGE, Kind.FILE)));
  }
}
