package org.juntos.ui.compose;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.juntos.media.FileNames;

/// A file that goes with the next message.
final class PendingFile {
  private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "webp", "gif", "bmp");
  private static final Set<String> VIDEOS = Set.of("mp4", "mov", "mkv", "webm", "avi", "m4v");
  private static final Set<String> SOUNDS = Set.of("wav", "flac", "aif", "aiff", "m4a", "wma");

  private final Path path;
  private final long bytes;
  private final boolean temporary;

  /// @param temporary made here, and removed when it is not needed any more
  PendingFile(Path path, long bytes, boolean temporary) {
    this.path = path;
    this.bytes = bytes;
    this.temporary = temporary;
  }

  Path path() {
    return path;
  }

  long bytes() {
    return bytes;
  }

  boolean temporary() {
    return temporary;
  }

  String name() {
    var last = path.getFileName();
    return last == null ? "" : last.toString();
  }

  boolean isPicture() {
    return PICTURES.contains(extension());
  }

  boolean isVideo() {
    return VIDEOS.contains(extension());
  }

  boolean isSound() {
    return SOUNDS.contains(extension());
  }

  /// Whether it would be made smaller before sending.
  boolean isShrinkable() {
    return isPicture() || isVideo() || isSound();
  }

  private String extension() {
    return FileNames.extension(name()).toLowerCase(Locale.ROOT);
  }
}
