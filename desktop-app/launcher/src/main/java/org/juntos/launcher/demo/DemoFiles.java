package org.juntos.launcher.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Copies of the files that are sent, outside the program's own archive.
record DemoFiles(Path photo, Path video, Path voiceMessage, Path document) {

  /// Writes them to `folder`.
  static DemoFiles unpack(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new DemoFiles(
        copy("photo.jpg", folder),
        copy("clip.mp4", folder),
        copy("voice.m4a", folder),
        copy("document.pdf", folder));
  }

  List<Path> all() {
    return List.of(photo, video, voiceMessage, document);
  }

  private static Path copy(String name, Path folder) throws IOException {
    var target = folder.resolve(name);
    try (var source = DemoFiles.class.getResourceAsStream("/org/juntos/launcher/demo/" + name)) {
      if (source == null) {
        throw new DemoFailure("the program lacks " + name);
      }
      Files.copy(source, target);
    }
    return target;
  }
}
