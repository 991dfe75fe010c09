package org.juntos.testkit.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.juntos.launcher.CliMain;
import org.juntos.media.MediaLimits;
import org.juntos.media.MediaPreparation.PrepareRequest;
import org.juntos.media.MediaSource;
import org.juntos.media.Prepared;
import org.juntos.media.child.ChildMedia;

/// Makes long videos of the short one of the demonstration, with the ffmpeg that Juntos brings.
final class Clip {
  private final Path tools;
  private final Path original;

  private Clip(Path tools, Path original) {
    this.tools = tools;
    this.original = original;
  }

  /// @param cache where the program keeps ffmpeg; it is unpacked there when it is missing
  static Clip in(Path folder, Path cache) throws IOException, InterruptedException {
    var original = folder.resolve("clip.mp4");
    try (var clip = CliMain.class.getResourceAsStream("demo/clip.mp4")) {
      Files.copy(Objects.requireNonNull(clip), original);
    }
    var media = cache.resolve("juntos/media");
    try (var unpacking = new ChildMedia(MediaLimits.STANDARD, media, new SecureRandom())) {
      var request = new PrepareRequest(new Plain(original), "clip.mp4", true, false, folder);
      assertInstanceOf(Prepared.Ready.class, unpacking.prepare(request, _ -> {}));
    }
    try (var folders = Files.newDirectoryStream(media, "ffmpeg-*")) {
      return new Clip(folders.iterator().next(), original);
    }
  }

  /// A file as it lies there.
  private record Plain(Path file) implements MediaSource {
    @Override
    public SeekableByteChannel open() throws IOException {
      return Files.newByteChannel(file);
    }

    @Override
    public String mediaType() {
      return "video/mp4";
    }
  }

  /// A video of so many rounds that says in its tags where it was taken.
  Path repeated(int rounds, Path target) throws IOException, InterruptedException {
    ffmpeg(
        List.of(
            "-stream_loop",
            String.valueOf(rounds - 1),
            "-i",
            original.toString(),
            "-map",
            "0",
            "-c",
            "copy",
            "-metadata",
            "location=+52.5200+013.4050/",
            "-metadata",
            "title=SECRET",
            target.toString()));
    return target;
  }

  /// What is in all pictures and sounds, whatever surrounds them.
  String digest(Path video) throws IOException, InterruptedException {
    return ffmpeg(List.of("-i", video.toString(), "-map", "0", "-c", "copy", "-f", "md5", "-"));
  }

  private String ffmpeg(List<String> arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(tools.resolve("ffmpeg").toString());
    command.addAll(List.of("-hide_banner", "-v", "error", "-nostdin"));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LD_LIBRARY_PATH", tools.toString());
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }
}
