package org.juntos.media.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.media.FileSource;
import org.juntos.media.MediaDescription.Kind;
import org.juntos.media.MediaLimits;
import org.juntos.media.MediaPreparation.PrepareRequest;
import org.juntos.media.Prepared;
import org.juntos.media.Prepared.Reason;
import org.juntos.media.ffmpeg.Clips;
import org.juntos.media.ffmpeg.FfmpegFiles;
import org.juntos.media.ffmpeg.Tools;
import org.juntos.media.playback.SilentOutput;
import org.juntos.media.record.SampledMicrophone;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VoicePreparationTest {
  private static final Path CACHE = Path.of("target", "ffmpeg-cache").toAbsolutePath();

  private ChildMedia media;
  private Clips clips;
  private Path folder;
  private Path work;

  @BeforeAll
  void start(@TempDir Path children) throws Exception {
    media =
        new ChildMedia(
            MediaLimits.STANDARD,
            CACHE,
            new SecureRandom(),
            new SilentOutput(System::nanoTime),
            new SampledMicrophone());
    clips = new Clips(new Tools(new FfmpegFiles(CACHE), children));
  }

  @AfterAll
  void stop() {
    media.close();
  }

  @BeforeEach
  void folders(@TempDir Path temporary) throws Exception {
    folder = Files.createDirectory(temporary.resolve("chosen"));
    work = Files.createDirectory(temporary.resolve("work"));
  }

  @Test
  void a_voice_message_gets_bars_and_keeps_no_title() throws Exception {
    var voice = clips.sound(folder.resolve("voice.wav"), 4);
    var ready = ready(voice);
    assertEquals(Kind.VOICE, ready.description().kind());
    assertEquals("audio/ogg", ready.description().mediaType());
    assertEquals("voice.ogg", ready.fileName());
    assertEquals("opus", clips.probe(ready.file(), "codec_name"));
    assertEquals("1", clips.probe(ready.file(), "channels"));
    assertEquals("48000", clips.probe(ready.file(), "sample_rate"));
    assertTrue(Files.size(ready.file()) < 4 * 5_000, "about 28 kilobits a second");
    assertEquals(4000.0, (double) ready.description().durationMillis(), 50.0);
    var bars = ready.description().waveform().toArray();
    assertEquals(100, bars.length);
    assertTrue((bars[10] & 0xff) > 200, "loud at first");
    assertEquals(0, bars[90], "then silent");
    assertNoSecrets(ready.file());
  }

  @Test
  void every_sound_becomes_opus_when_it_is_a_voice_message() throws Exception {
    var tape = clips.sound(folder.resolve("a.m4a"), 2, "-c:a", "aac", "-ac", "2");
    var stereo = clips.sound(folder.resolve("b.ogg"), 2, "-c:a", "libopus", "-ac", "2");
    var fat = clips.sound(folder.resolve("c.ogg"), 4, "-c:a", "libopus", "-b:a", "256k");
    for (var file : List.of(tape, stereo, fat)) {
      var ready = ready(file);
      assertEquals("opus", clips.probe(ready.file(), "codec_name"));
      assertEquals("1", clips.probe(ready.file(), "channels"));
      assertTrue(Files.size(ready.file()) < 4 * 5_000, () -> "large: " + file);
      assertNoSecrets(ready.file());
    }
  }

  @Test
  void a_voice_message_of_more_than_an_hour_is_refused() throws Exception {
    var speech = folder.resolve("speech.wav");
    var silence = "anullsrc=r=8000:cl=mono,atrim=0:3605[a]";
    clips.make(
        speech,
        List.of("-filter_complex", silence, "-map", "[a]"),
        List.of("-c:a", "pcm_u8"),
        List.of());
    var prepared = media.prepare(request(speech), _ -> {});
    assertEquals(Reason.TOO_LONG, assertInstanceOf(Prepared.Refused.class, prepared).reason());
    assertEquals(List.of(), names(work));
  }

  private Prepared.Ready ready(Path file) throws Exception {
    return assertInstanceOf(Prepared.Ready.class, media.prepare(request(file), _ -> {}));
  }

  private PrepareRequest request(Path file) {
    return new PrepareRequest(
        new FileSource(file), file.getFileName().toString(), false, true, work);
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static void assertNoSecrets(Path file) throws IOException {
    var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    assertFalse(text.contains(Clips.SECRET), () -> "a title in " + file);
  }
}
