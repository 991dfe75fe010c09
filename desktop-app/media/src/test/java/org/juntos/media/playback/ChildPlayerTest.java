package org.juntos.media.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.media.MediaSource;
import org.juntos.media.ffmpeg.Clips;
import org.juntos.media.ffmpeg.FfmpegFiles;
import org.juntos.media.ffmpeg.StreamDecoding;
import org.juntos.media.ffmpeg.Tools;
import org.juntos.media.playback.PlayerFactory.Bounds;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChildPlayerTest {
  private static final Path CACHE = Path.of("target", "ffmpeg-cache").toAbsolutePath();
  private static final Bounds BOUNDS = new Bounds(160, 160);

  private ChildPlayers players;
  private byte[] clip;
  private byte[] sound;

  @BeforeAll
  void clips(@TempDir Path folder) throws Exception {
    var tools = new Tools(new FfmpegFiles(CACHE), folder);
    var decoding = new StreamDecoding(tools, Duration.ofSeconds(10), new SecureRandom());
    players = new ChildPlayers(decoding, new SilentOutput(System::nanoTime), System::nanoTime);
    var clips = new Clips(tools);
    clip = Files.readAllBytes(clips.video(folder.resolve("clip.mp4"), 320, 180, 2));
    sound = Files.readAllBytes(clips.sound(folder.resolve("sound.ogg"), 2, "-c:a", "libopus"));
  }

  @Test
  void a_clip_is_shown_in_order_from_its_first_frame_to_its_end() throws Exception {
    var recorder = new Recorder();
    try (var player = open(clip, recorder)) {
      recorder.await(() -> recorder.frames.size() == 1);
      recorder.await(PlayerState.PAUSED);
      assertEquals(2000.0, (double) player.duration().toMillis(), 50.0);
      player.play();
      recorder.await(PlayerState.ENDED);
      assertEquals(
          List.of(PlayerState.PAUSED, PlayerState.PLAYING, PlayerState.ENDED), recorder.states);
      assertEquals(player.duration(), player.position());
    }
    var positions = recorder.positions();
    assertEquals(positions.stream().sorted().toList(), positions);
    assertEquals(positions.size(), new HashSet<>(positions).size());
    assertEquals(Duration.ZERO, positions.getFirst());
    assertEquals(Duration.ofMillis(1960), positions.getLast());
    assertTrue(positions.size() > 25, () -> "dropped too many: " + positions.size());
    assertEquals(160, recorder.frames.getFirst().width());
    assertEquals(90, recorder.frames.getFirst().height());
  }

  @Test
  void its_frames_are_opaque_pictures_that_differ() throws Exception {
    var recorder = new Recorder();
    try (var player = open(clip, recorder)) {
      player.rate(2);
      player.play();
      recorder.await(PlayerState.ENDED);
    }
    var first = recorder.frames.getFirst().bgra();
    var last = recorder.frames.getLast().bgra();
    assertEquals(160 * 90 * 4, first.remaining());
    assertEquals((byte) 255, first.get(3));
    assertTrue(first.mismatch(last) >= 0);
  }

  @Test
  void seeking_while_paused_shows_the_frame_there_and_stays_paused() throws Exception {
    var recorder = new Recorder();
    try (var player = open(clip, recorder)) {
      recorder.await(() -> recorder.frames.size() == 1);
      player.seek(Duration.ofSeconds(1));
      recorder.await(() -> recorder.frames.size() == 2);
      assertEquals(Duration.ofSeconds(1), recorder.frames.getLast().position());
      assertEquals(Duration.ofSeconds(1), player.position());
      assertEquals(PlayerState.PAUSED, player.state());
      assertTrue(recorder.frames.get(0).bgra().mismatch(recorder.frames.get(1).bgra()) >= 0);
    }
  }

  @Test
  void it_plays_on_after_a_seek_and_can_be_played_again() throws Exception {
    var recorder = new Recorder();
    try (var player = open(clip, recorder)) {
      player.play();
      player.seek(Duration.ofMillis(1600));
      recorder.await(PlayerState.ENDED);
      var before = recorder.frames.size();
      player.rate(2);
      player.play();
      recorder.await(() -> recorder.frames.size() > before);
      assertEquals(Duration.ZERO, recorder.frames.get(before).position());
    }
  }

  @Test
  void pausing_holds_the_position() throws Exception {
    var recorder = new Recorder();
    try (var player = open(clip, recorder)) {
      player.play();
      recorder.await(() -> recorder.frames.size() > 5);
      player.pause();
      recorder.await(PlayerState.PAUSED);
      var held = player.position();
      assertTrue(held.isPositive());
      var meanwhile = new Recorder();
      try (var other = open(clip, meanwhile)) {
        meanwhile.await(PlayerState.PAUSED);
        assertEquals(PlayerState.PAUSED, other.state());
      }
      assertEquals(held, player.position());
      player.play();
      recorder.await(PlayerState.ENDED);
    }
  }

  @Test
  void sound_alone_plays_to_its_end() throws Exception {
    var recorder = new Recorder();
    try (var player = open(sound, recorder)) {
      player.rate(2);
      player.play();
      recorder.await(PlayerState.ENDED);
      assertEquals(2000.0, (double) player.position().toMillis(), 60.0);
    }
    assertEquals(List.of(), recorder.frames);
  }

  @Test
  void garbage_and_playlists_fail_and_say_so() throws Exception {
    var garbage = new byte[5000];
    Arrays.fill(garbage, (byte) 'x');
    var playlist = "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1/x.ts\n";
    for (var bytes : List.of(garbage, playlist.getBytes(StandardCharsets.US_ASCII), new byte[0])) {
      var recorder = new Recorder();
      try (var player = open(bytes, recorder)) {
        recorder.await(() -> !recorder.failures.isEmpty());
        assertEquals(PlayerState.FAILED, player.state());
      }
    }
  }

  @Test
  void a_clip_with_a_hole_plays_what_there_is() throws Exception {
    var recorder = new Recorder();
    var holed = Arrays.copyOf(clip, clip.length);
    Arrays.fill(holed, holed.length / 3, holed.length / 2, (byte) 0);
    try (var player = open(holed, recorder)) {
      player.rate(2);
      player.play();
      recorder.await(PlayerState.ENDED);
      assertTrue(recorder.frames.size() > 5);
    }
  }

  @Test
  void nothing_is_told_after_it_is_closed() throws Exception {
    var recorder = new Recorder();
    var player = open(clip, recorder);
    player.play();
    recorder.await(() -> recorder.frames.size() > 3);
    player.close();
    var told = recorder.frames.size();
    assertEquals(PlayerState.CLOSED, player.state());
    var second = new Recorder();
    try (var other = open(clip, second)) {
      other.rate(2);
      other.play();
      second.await(PlayerState.ENDED);
    }
    assertEquals(told, recorder.frames.size());
    assertTrue(recorder.failures.isEmpty());
  }

  private Player open(byte[] media, Recorder recorder) {
    return players.open(MediaSource.of(media, "video/mp4"), BOUNDS, recorder);
  }
}
