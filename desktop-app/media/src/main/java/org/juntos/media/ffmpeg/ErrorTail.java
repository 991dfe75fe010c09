package org.juntos.media.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Drains a child's error output, so that it never blocks on it, and keeps the last of it.
final class ErrorTail {
  private static final int KEPT = 400;
  private static final int BUFFER_BYTES = 4096;

  private final StringBuilder tail = new StringBuilder();

  ErrorTail(InputStream errors) {
    Thread.ofVirtual().name("ffmpeg-errors").start(() -> drain(errors));
  }

  private void drain(InputStream errors) {
    var buffer = new byte[BUFFER_BYTES];
    try (errors) {
      for (var count = errors.read(buffer); count >= 0; count = errors.read(buffer)) {
        add(new String(buffer, 0, count, StandardCharsets.UTF_8));
      }
    } catch (IOException _) {
      add(" (cut off)"); // the child was ended
    }
  }

  private synchronized void add(String text) {
    tail.append(text.replaceAll("\\p{Cntrl}+", " "));
    tail.delete(0, Math.max(0, tail.length() - KEPT));
  }

  synchronized String text() {
    return tail.toString().strip();
  }
}
