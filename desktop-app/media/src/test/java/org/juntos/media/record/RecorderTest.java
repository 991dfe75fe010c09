package org.juntos.media.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.media.MediaDescription.Kind;
import org.juntos.media.MediaLimits;
import org.juntos.media.MediaPreparation.PrepareRequest;
import org.juntos.media.MediaSource;
import org.juntos.media.Octets;
import org.juntos.media.Prepared;
import org.juntos.media.child.ChildMedia;
import org.juntos.media.ffmpeg.FfmpegFiles;
import org.juntos.media.ffmpeg.Tools;
import org.juntos.media.ffmpeg.VoiceEncoding;
import org.juntos.media.playback.SilentOutput;
import org.juntos.media.record.Microphone.Refusal;

final class RecorderTest {
  private static final Path CACHE = Path.of("target", "ffmpeg-cache").toAbsolutePath();
  private static final Duration HOURS = Duration.ofHours(3);

  private final Listening heard = new Listening();

  @Test
  void what_is_heard_becomes_opus_in_ogg_with_its_length_and_bars(@TempDir Path work)
      throws Exception {
    try (var media = media(new ToneMicrophone(Duration.ofSeconds(7), Duration.ofSeconds(4)))) {
      media.open(Microphone.SYSTEM, heard);
      assertEquals(RecordingEnd.LOST, heard.end(), "the plug was pulled after seven seconds");
      assertEquals(Duration.ofSeconds(7), heard.parts.getLast().length());
      assertEquals(70, heard.levels().length, "ten a second");
      var bars = VoiceLevels.bars(Octets.of(heard.levels())).toArray();
      assertEquals(70, bars.length);
      assertTrue((bars[5] & 0xff) > 240, "loud at first");
      assertEquals(0, bars[65], "then silent");
      var ogg = heard.ogg();
      assertEquals("OggS", new String(ogg, 0, 4, StandardCharsets.US_ASCII));
      assertTrue(ogg.length < 7 * 5_000, () -> "too large: " + ogg.length);
      var ready = assertInstanceOf(Prepared.Ready.class, prepared(media, ogg, work));
      assertEquals(Kind.VOICE, ready.description().kind());
      assertEquals("audio/ogg", ready.description().mediaType());
      assertEquals(7000.0, (double) ready.description().durationMillis(), 60.0);
    }
  }

  @Test
  void a_part_comes_about_every_two_seconds() throws Exception {
    try (var media = media(new ToneMicrophone(Duration.ofSeconds(60), HOURS))) {
      media.open(Microphone.SYSTEM, heard);
      heard.end();
      assertTrue(heard.parts.size() > 5, () -> "only " + heard.parts.size());
      assertTrue(heard.parts.size() <= 31, () -> "as many as " + heard.parts.size());
    }
  }

  /// As after the death of the program.
  @Test
  void parts_without_the_last_are_a_message_that_can_be_heard(@TempDir Path work) throws Exception {
    try (var media = media(new ToneMicrophone(Duration.ofSeconds(30), HOURS))) {
      media.open(Microphone.SYSTEM, heard);
      heard.end();
      var kept = heard.parts.subList(0, heard.parts.size() - 2);
      var cut = new Listening();
      cut.parts.addAll(kept);
      var ready = assertInstanceOf(Prepared.Ready.class, prepared(media, cut.ogg(), work));
      var claimed = kept.getLast().length().toMillis();
      assertTrue(ready.description().durationMillis() > 1000, "something");
      assertTrue(ready.description().durationMillis() <= claimed + 100, "not more than was said");
    }
  }

  @Test
  void the_longest_message_ends_it_and_is_kept(@TempDir Path children) throws Exception {
    var tools = new Tools(new FfmpegFiles(CACHE), children);
    var longest = Duration.ofSeconds(3);
    var recorders =
        new ChildRecorders(
            new ToneMicrophone(HOURS, Duration.ZERO), new VoiceEncoding(tools), longest);
    recorders.open(Microphone.SYSTEM, heard);
    assertEquals(RecordingEnd.FULL, heard.end());
    assertEquals(longest, heard.parts.getLast().length());
    assertEquals(30, heard.levels().length);
  }

  @Test
  void an_hour_has_as_many_bars_as_a_minute() {
    var levels = new byte[36_000];
    levels[35_999] = (byte) 128;
    var bars = VoiceLevels.bars(Octets.of(levels)).toArray();
    assertEquals(100, bars.length);
    assertEquals(0, bars[98]);
    assertEquals(255, bars[99] & 0xff);
    assertEquals(0, VoiceLevels.bars(Octets.EMPTY).size());
  }

  @Test
  void stopping_tells_what_there_is_and_gives_the_microphone_back() throws Exception {
    var microphone = new ToneMicrophone(HOURS, HOURS);
    try (var media = media(microphone)) {
      var recorder = media.open("tone", heard);
      heard.first.await();
      recorder.stop();
      assertEquals(RecordingEnd.STOPPED, heard.end());
      assertFalse(heard.parts.isEmpty());
      assertEquals(List.of(RecordingEnd.STOPPED), heard.ends);
      assertTrue(microphone.closed.await(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void what_is_said_while_it_is_paused_is_not_in_it() throws Exception {
    var microphone = new ToneMicrophone(Duration.ofSeconds(20), HOURS);
    try (var media = media(microphone)) {
      var recorders = new Recorder[1];
      var opened = new java.util.concurrent.CountDownLatch(1);
      heard.onFirst =
          () -> {
            try {
              opened.await();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
            recorders[0].pause();
          };
      recorders[0] = media.open(Microphone.SYSTEM, heard);
      opened.countDown();
      assertEquals(RecordingEnd.LOST, heard.end());
      assertEquals(Duration.ofMillis(100), heard.parts.getLast().length());
    }
  }

  @Test
  void nothing_is_told_after_it_was_closed() throws Exception {
    var microphone = new ToneMicrophone(HOURS, HOURS);
    try (var media = media(microphone)) {
      var recorder = media.open(Microphone.SYSTEM, heard);
      heard.first.await();
      recorder.close();
      var told = heard.parts.size();
      assertTrue(microphone.closed.await(10, TimeUnit.SECONDS));
      assertEquals(told, heard.parts.size());
      assertEquals(List.of(), heard.ends);
    }
  }

  @Test
  void a_microphone_that_gives_nothing_but_zeros_is_told() throws Exception {
    try (var media = media(new ToneMicrophone(Duration.ofSeconds(5), Duration.ZERO))) {
      media.open(Microphone.SYSTEM, heard);
      heard.end();
      assertEquals(0, heard.muted.getCount());
    }
  }

  @Test
  void a_microphone_that_is_not_there_is_told() throws Exception {
    try (var media = media(new ToneMicrophone(HOURS, HOURS))) {
      media.open("another", heard);
      assertEquals(RecordingEnd.MICROPHONE_GONE, heard.end());
    }
  }

  @Test
  void each_refusal_of_a_microphone_is_told() throws Exception {
    for (var refusal : Refusal.values()) {
      var listening = new Listening();
      try (var media = media(new Refusing(refusal))) {
        media.open(Microphone.SYSTEM, listening);
        var told =
            switch (refusal) {
              case NONE -> RecordingEnd.NO_MICROPHONE;
              case GONE -> RecordingEnd.MICROPHONE_GONE;
              case BUSY -> RecordingEnd.MICROPHONE_BUSY;
              case DENIED -> RecordingEnd.DENIED;
            };
        assertEquals(told, listening.end());
      }
    }
  }

  private record Refusing(Refusal refusal) implements Microphone {
    @Override
    public List<Input> inputs() {
      return List.of();
    }

    @Override
    public Opening open(String id) {
      return new Opening.Refused(refusal);
    }
  }

  private static ChildMedia media(Microphone microphone) throws Exception {
    var output = new SilentOutput(System::nanoTime);
    return new ChildMedia(MediaLimits.STANDARD, CACHE, new SecureRandom(), output, microphone);
  }

  private static Prepared prepared(ChildMedia media, byte[] ogg, Path work) throws Exception {
    var source = MediaSource.of(Files.write(work.resolve("said.ogg"), ogg));
    return media.prepare(
        new PrepareRequest(
            source, "said.ogg", false, true, Files.createDirectories(work.resolve("work"))),
        _ -> {});
  }
}
