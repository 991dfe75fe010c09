package org.juntos.media.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.media.MediaSource;
import org.juntos.media.ffmpeg.Clips;
import org.juntos.media.ffmpeg.FfmpegFiles;
import org.juntos.media.ffmpeg.StreamDecoding;
import org.juntos.media.ffmpeg.Tools;
import org.juntos.media.playback.PlayerFactory.Bounds;

/// The pictures follow what is heard, not what time it is.
final class SoundClockTest {
  private static final Path CACHE = Path.of("target", "ffmpeg-cache").toAbsolutePath();

  private final AtomicLong heard = new AtomicLong();
  private final AtomicBoolean sounding = new AtomicBoolean();

  /// Hears only what the test says has been heard.
  private final class HandTurnedLine implements AudioOutput.Line {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public int write(byte[] samples, int offset, int length) {
      return length;
    }

    @Override
    public void drain() throws InterruptedException {
      closed.await();
    }

    @Override
    public void start() {
      sounding.set(true);
    }

    @Override
    public void stop() {
      sounding.set(false);
    }

    @Override
    public long position() {
      return heard.get();
    }

    @Override
    public void close() {
      closed.countDown();
      sounding.set(false);
    }
  }

  @Test
  void frames_wait_for_the_sound_they_belong_to(@TempDir Path folder) throws Exception {
    var tools = new Tools(new FfmpegFiles(CACHE), folder);
    var clip = new Clips(tools).video(folder.resolve("clip.mp4"), 160, 120, 2);
    var decoding = new StreamDecoding(tools, Duration.ofSeconds(10), new SecureRandom());
    var stopped = new AtomicLong();
    var players = new ChildPlayers(decoding, _ -> new HandTurnedLine(), stopped::get);
    var recorder = new Recorder();
    var source = MediaSource.of(Files.readAllBytes(clip), "video/mp4");
    try (var player = players.open(source, new Bounds(160, 120), recorder)) {
      player.play();
      recorder.await(PlayerState.PLAYING);
      assertEquals(Duration.ZERO, player.position());

      heard.set(Playback.SAMPLE_RATE / 2);
      recorder.await(() -> recorder.frames.size() > 1 && isAt(recorder, 480));
      assertEquals(Duration.ofMillis(500), player.position());
      assertTrue(sounding.get());

      heard.set(Playback.SAMPLE_RATE);
      recorder.await(() -> isAt(recorder, 1000));
      var positions = recorder.positions();
      assertEquals(positions.stream().sorted().toList(), positions);
      assertTrue(positions.getLast().compareTo(Duration.ofSeconds(1)) <= 0);
    }
    assertTrue(!sounding.get(), "the line was not given back");
  }

  private static boolean isAt(Recorder recorder, long millis) {
    return recorder.frames.getLast().position().toMillis() == millis;
  }
}
