package org.juntos.media.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FfmpegFilesTest {
  @Test
  void unpacks_once_and_repairs_what_was_damaged(@TempDir Path cache) throws Exception {
    var executable = new FfmpegFiles(cache).executable("ffprobe");
    assertTrue(Files.isExecutable(executable));
    var unpacked = Files.getLastModifiedTime(executable);
    assertEquals(executable, new FfmpegFiles(cache).executable("ffprobe"));
    assertEquals(unpacked, Files.getLastModifiedTime(executable));

    var whole = Files.size(executable);
    Files.write(executable, new byte[10]);
    assertEquals(executable, new FfmpegFiles(cache).executable("ffprobe"));
    assertEquals(whole, Files.size(executable));
    try (var left = Files.list(cache)) {
      assertEquals(1, left.count(), "partial copies left");
    }
  }
}
