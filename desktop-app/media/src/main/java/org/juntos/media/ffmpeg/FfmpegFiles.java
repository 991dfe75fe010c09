package org.juntos.media.ffmpeg;

import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/// The ffmpeg executables and their libraries, unpacked once from the class path into a cache
/// folder that later starts share. On Linux the library of capture devices is replaced by one that
/// has none: a decoder must not reach a microphone or screen, and it would ask for libraries of
/// sound servers that many machines lack.
public final class FfmpegFiles {
  private static final String ROOT = "org/bytedeco/ffmpeg/";
  private static final String DEVICES = "libavdevice.so.";

  /// All that the executables call.
  private static final List<String> DEVICE_FUNCTIONS =
      List.of(
          "av_input_audio_device_next",
          "av_input_video_device_next",
          "av_output_audio_device_next",
          "av_output_video_device_next",
          "avdevice_configuration",
          "avdevice_free_list_devices",
          "avdevice_list_input_sources",
          "avdevice_list_output_sinks",
          "avdevice_register_all",
          "avdevice_version");

  private final Path cache;
  private final Platform platform = Platform.current();
  private @Nullable Path unpacked;

  /// @param cache private folder that outlives this run; made when missing
  public FfmpegFiles(Path cache) {
    this.cache = cache;
  }

  /// The folder with the executables; unpacks them when they are not there yet.
  ///
  /// @throws IOException when there are none for this machine, or they cannot be written
  synchronized Path folder() throws IOException {
    var folder = unpacked;
    if (folder == null) {
      folder = find();
      unpacked = folder;
    }
    return folder;
  }

  Path executable(String program) throws IOException {
    return folder().resolve(platform.executable(program));
  }

  private Path find() throws IOException {
    var prefix = ROOT + platform.name() + "/";
    var resource = prefix + platform.executable("ffmpeg");
    var url = FfmpegFiles.class.getClassLoader().getResource(resource);
    if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
      throw new IOException("no ffmpeg for " + platform.name());
    }
    connection.setUseCaches(false);
    try (var archive = connection.getJarFile()) {
      return find(archive, entries(archive, prefix));
    }
  }

  private static List<JarEntry> entries(JarFile archive, String prefix) {
    return archive.stream()
        .filter(entry -> entry.getName().startsWith(prefix) && !entry.isDirectory())
        .filter(entry -> !name(entry).contains("jni"))
        .toList();
  }

  private static String name(JarEntry entry) {
    return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
  }

  private Path find(JarFile archive, List<JarEntry> entries) throws IOException {
    var checksum = entries.stream().mapToLong(JarEntry::getCrc).reduce(17, (a, b) -> 31 * a + b);
    var folder = cache.resolve("ffmpeg-" + Long.toHexString(checksum));
    if (!isComplete(folder, entries)) {
      Files.createDirectories(cache);
      var partial = Files.createTempDirectory(cache, "unpacking-");
      for (var entry : entries) {
        unpack(archive, entry, partial);
      }
      place(partial, folder, entries);
    }
    return folder;
  }

  private boolean isComplete(Path folder, List<JarEntry> entries) throws IOException {
    for (var entry : entries) {
      var file = folder.resolve(name(entry));
      if (!Files.isRegularFile(file)
          || (!isReplaced(entry) && Files.size(file) != entry.getSize())) {
        return false;
      }
    }
    return true;
  }

  private boolean isReplaced(JarEntry entry) {
    return platform.machine() != null && name(entry).startsWith(DEVICES);
  }

  private void unpack(JarFile archive, JarEntry entry, Path folder) throws IOException {
    var file = folder.resolve(name(entry));
    var machine = platform.machine();
    if (machine != null && isReplaced(entry)) {
      var version = "LIBAVDEVICE_" + name(entry).substring(DEVICES.length());
      Files.write(file, new ElfStub(machine, name(entry), version, DEVICE_FUNCTIONS).bytes());
    } else {
      try (var content = archive.getInputStream(entry)) {
        Files.copy(content, file);
      }
    }
    if (!file.toFile().setExecutable(true, true)) {
      throw new IOException("cannot make executable: " + file);
    }
  }

  /// Another process may do the same at the same time: the first one wins.
  private void place(Path partial, Path folder, List<JarEntry> entries) throws IOException {
    try {
      Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      discardOrRepair(partial, folder, entries, e);
    }
  }

  private void discardOrRepair(Path partial, Path folder, List<JarEntry> entries, IOException cause)
      throws IOException {
    var complete = isComplete(folder, entries);
    for (var entry : entries) {
      var from = partial.resolve(name(entry));
      if (complete) {
        Files.delete(from);
      } else {
        Files.createDirectories(folder);
        Files.move(from, folder.resolve(name(entry)), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.delete(partial);
    if (!isComplete(folder, entries)) {
      throw new IOException("cannot unpack ffmpeg", cause);
    }
  }
}
