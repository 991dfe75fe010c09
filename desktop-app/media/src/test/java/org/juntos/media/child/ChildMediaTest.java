package org.juntos.media.child;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.media.FileSource;
import org.juntos.media.MediaDescription;
import org.juntos.media.MediaDescription.Kind;
import org.juntos.media.MediaLimits;
import org.juntos.media.MediaPreparation.PrepareRequest;
import org.juntos.media.Outlook;
import org.juntos.media.Prepared;
import org.juntos.media.Prepared.Reason;
import org.juntos.media.Progress;
import org.juntos.media.ffmpeg.Clips;
import org.juntos.media.ffmpeg.FfmpegFiles;
import org.juntos.media.ffmpeg.Tools;
import org.juntos.media.image.Pictures;
import org.juntos.media.playback.AudioOutput;
import org.juntos.media.playback.SilentOutput;
import org.juntos.media.record.Microphone;
import org.juntos.media.record.SampledMicrophone;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChildMediaTest {
  private static final Path CACHE = Path.of("target", "ffmpeg-cache").toAbsolutePath();

  private static final AudioOutput SILENCE = new SilentOutput(System::nanoTime);
  private static final Microphone NO_MICROPHONE = new SampledMicrophone();

  private ChildMedia media;
  private Clips clips;
  private Path folder;
  private Path work;

  @BeforeAll
  void start(@TempDir Path children) throws Exception {
    media = new ChildMedia(MediaLimits.STANDARD, CACHE, new SecureRandom(), SILENCE, NO_MICROPHONE);
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
  void a_photo_becomes_a_small_upright_jpeg_with_a_preview() throws Exception {
    var photo = Files.write(folder.resolve("IMG_1.JPEG"), Pictures.photo(3000, 2000, 8));
    var ready = ready(photo, false, false);
    assertEquals(Kind.IMAGE, ready.description().kind());
    assertEquals("image/jpeg", ready.description().mediaType());
    assertEquals(1365, ready.description().width());
    assertEquals(2048, ready.description().height());
    assertEquals("IMG_1.jpg", ready.fileName());
    assertEquals(work, ready.file().getParent());
    assertFalse(ready.description().thumbnail().isEmpty());
    assertNoSecrets(ready.file());
  }

  @Test
  void a_small_common_video_is_only_cleaned() throws Exception {
    var clip = clips.video(folder.resolve("holiday.mov"), 640, 360, 2);
    assertTrue(contains(clip, Clips.SECRET));
    var ready = ready(clip, false, false);
    var description = ready.description();
    assertEquals(Kind.VIDEO, description.kind());
    assertEquals("video/mp4", description.mediaType());
    assertEquals(640, description.width());
    assertEquals(360, description.height());
    assertEquals(2000.0, (double) description.durationMillis(), 60.0);
    assertEquals(28, description.blurhash().length());
    assertFalse(description.thumbnail().isEmpty());
    assertEquals("holiday.mp4", ready.fileName());
    assertNoSecrets(ready.file());
    assertTrue(indexOf(ready.file(), "moov") < indexOf(ready.file(), "mdat"), "not streamable");
  }

  @Test
  void a_large_video_is_made_smaller_and_tells_how_far_it_is() throws Exception {
    var clip = clips.video(folder.resolve("large.mkv"), 1920, 1080, 3);
    var fractions = new ArrayList<Double>();
    var described = new ArrayList<MediaDescription>();
    var progress =
        new Progress() {
          @Override
          public void at(double fraction) {
            fractions.add(fraction);
          }

          @Override
          public void described(MediaDescription description) {
            assertEquals(List.of(0.0), fractions, "before the work");
            described.add(description);
          }
        };
    var request = request(clip, false, false);
    var ready = assertInstanceOf(Prepared.Ready.class, media.prepare(request, progress));
    assertEquals(List.of(ready.description()), described);
    assertEquals(1280, ready.description().width());
    assertEquals(720, ready.description().height());
    assertEquals(fractions.stream().sorted().toList(), fractions);
    assertEquals(0.0, fractions.getFirst());
    assertEquals(1.0, fractions.getLast());
    assertTrue(fractions.stream().anyMatch(f -> f > 0 && f < 1), fractions::toString);
    var again = ready(ready.file(), false, false);
    assertEquals(1280, again.description().width());
    assertNoSecrets(ready.file());
  }

  @Test
  void a_turned_video_is_described_as_it_is_shown() throws Exception {
    var clip = clips.video(folder.resolve("flat.mp4"), 320, 180, 1);
    var turned = folder.resolve("turned.mp4");
    clips.run(
        List.of("-display_rotation", "90", "-i", clip.toString(), "-c", "copy", turned.toString()));
    var description = ready(turned, false, false).description();
    assertEquals(180, description.width());
    assertEquals(320, description.height());
  }

  @Test
  void original_quality_keeps_size_and_container_but_no_places() throws Exception {
    var clip = clips.video(folder.resolve("large.mp4"), 1920, 1080, 1);
    var ready = ready(clip, true, false);
    assertEquals(1920, ready.description().width());
    assertNoSecrets(ready.file());
  }

  @Test
  void cancelling_a_transcode_ends_it_and_leaves_nothing() throws Exception {
    var clip = clips.video(folder.resolve("large.mkv"), 1920, 1080, 8);
    var begun = new CountDownLatch(1);
    var task =
        new FutureTask<>(() ->
            media.prepare(
                request(clip, false, false),
                fraction -> {
                  if (fraction > 0) {
                    begun.countDown();
                  }
                }));
    var thread = Thread.ofVirtual().start(task);
    begun.await();
    thread.interrupt();
    thread.join();
    var failure = assertThrows(java.util.concurrent.ExecutionException.class, task::get);
    assertInstanceOf(InterruptedException.class, failure.getCause());
    assertEquals(List.of(), names(work));
  }

  @Test
  void music_keeps_its_samples_and_loses_its_tags() throws Exception {
    var song = clips.sound(folder.resolve("song.ogg"), 2, "-c:a", "libopus");
    var ready = ready(song, false, false);
    assertEquals(Kind.AUDIO, ready.description().kind());
    assertEquals("audio/ogg", ready.description().mediaType());
    assertNoSecrets(ready.file());
  }

  @Test
  void a_document_is_sent_as_it_is() throws Exception {
    var document = Files.writeString(folder.resolve("plan.pdf"), "%PDF-1.7 …");
    var outlook = assertInstanceOf(Outlook.AsItIs.class, look(document));
    assertEquals(Kind.FILE, outlook.description().kind());
    assertEquals("application/pdf", outlook.description().mediaType());
    assertEquals("plan.pdf", outlook.fileName());
    assertEquals(Reason.DAMAGED, refused(document));
  }

  @Test
  void the_beginning_tells_what_has_to_be_prepared() throws Exception {
    var photo = Files.write(folder.resolve("a.bin"), Pictures.jpeg(100, 100));
    assertEquals(new Outlook.ToPrepare("image/jpeg", "a.bin"), look(photo));
    var clip = clips.video(folder.resolve("b.mov"), 320, 240, 1);
    assertEquals(new Outlook.ToPrepare("video/mp4", "b.mov"), look(clip));
    var song = clips.sound(folder.resolve("c.ogg"), 2, "-c:a", "libopus");
    assertEquals(new Outlook.ToPrepare("audio/ogg", "c.ogg"), look(song));
    var voice = clips.sound(folder.resolve("d.wav"), 2);
    assertEquals(new Outlook.ToPrepare("audio/mpeg", "d.wav"), look(voice));
  }

  @Test
  void a_name_does_not_make_an_image() throws Exception {
    var script = Files.writeString(folder.resolve("photo.jpg"), "#!/bin/sh\necho hello\n");
    assertInstanceOf(Outlook.AsItIs.class, look(script));
    var empty = Files.write(folder.resolve("empty.mp4"), new byte[0]);
    assertInstanceOf(Outlook.AsItIs.class, look(empty));
  }

  @Test
  void a_bomb_and_broken_media_are_refused() throws Exception {
    var bomb = Files.write(folder.resolve("bomb.png"), Pictures.bomb(100_000, 100_000));
    assertEquals(Reason.TOO_MANY_PIXELS, refused(bomb));
    var clip = Files.readAllBytes(clips.video(folder.resolve("whole.mov"), 320, 240, 1));
    var cut = Files.write(folder.resolve("cut.mov"), java.util.Arrays.copyOf(clip, 3000));
    assertEquals(Reason.DAMAGED, refused(cut));
    assertEquals(Reason.UNREADABLE, refused(folder.resolve("missing.jpg")));
    assertEquals(Reason.UNREADABLE, refused(folder));
    assertEquals(List.of(), names(work));
  }

  @Test
  void the_source_is_never_changed() throws Exception {
    var clip = clips.video(folder.resolve("mine.mp4"), 320, 240, 1);
    var before = Files.readAllBytes(clip);
    ready(clip, false, false);
    assertArrayEquals(before, Files.readAllBytes(clip));
  }

  @Test
  void a_work_folder_that_is_gone_is_told() throws Exception {
    var clip = clips.video(folder.resolve("mine.mp4"), 320, 240, 1);
    Files.delete(work);
    assertEquals(Reason.FAILED, refused(clip));
    var photo = Files.write(folder.resolve("photo.jpg"), Pictures.jpeg(100, 100));
    assertEquals(Reason.FAILED, refused(photo));
    Files.createDirectory(work);
  }

  @Test
  void too_long_a_look_is_cut_short() throws Exception {
    var impatient =
        new MediaLimits(
            1 << 20,
            1_000_000,
            Duration.ofMillis(1),
            Duration.ofMillis(1),
            Duration.ofMillis(1),
            Duration.ofSeconds(1));
    var photo = Files.write(folder.resolve("photo.jpg"), Pictures.jpeg(100, 100));
    var clip = clips.video(folder.resolve("mine.mp4"), 320, 240, 1);
    try (var hasty = new ChildMedia(impatient, CACHE, new SecureRandom(), SILENCE, NO_MICROPHONE)) {
      for (var file : List.of(photo, clip)) {
        var prepared = hasty.prepare(request(file, false, false), _ -> {});
        var refused = assertInstanceOf(Prepared.Refused.class, prepared);
        assertEquals(Reason.TIMED_OUT, refused.reason());
      }
    }
  }

  @Test
  void programs_that_end_or_are_killed_leave_one_folder_in_all() throws Exception {
    var cache = work.resolve("cache");
    try (var killed =
        new ChildMedia(MediaLimits.STANDARD, cache, new SecureRandom(), SILENCE, NO_MICROPHONE)) {
      new ChildMedia(MediaLimits.STANDARD, cache, new SecureRandom(), SILENCE, NO_MICROPHONE)
          .close();
      var photo = Files.write(folder.resolve("photo.jpg"), Pictures.jpeg(100, 100));
      var prepared = killed.prepare(request(photo, false, false), _ -> {});
      assertInstanceOf(Prepared.Ready.class, prepared);
      assertEquals(List.of("children"), names(cache));
    }
  }

  private Prepared.Ready ready(Path file, boolean original, boolean voice) throws Exception {
    var prepared = media.prepare(request(file, original, voice), _ -> {});
    return assertInstanceOf(Prepared.Ready.class, prepared);
  }

  private Outlook look(Path file) throws IOException {
    return media.look(Files.readAllBytes(file), file.toString());
  }

  private PrepareRequest request(Path file, boolean original, boolean voice) {
    return new PrepareRequest(
        new FileSource(file), file.getFileName().toString(), original, voice, work);
  }

  private Reason refused(Path file) throws Exception {
    var prepared = media.prepare(request(file, false, false), _ -> {});
    return assertInstanceOf(Prepared.Refused.class, prepared).reason();
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static void assertNoSecrets(Path file) throws IOException {
    for (var secret : List.of(Clips.SECRET, Pictures.SECRET, "+52.5200")) {
      assertFalse(contains(file, secret), () -> secret + " in " + file);
    }
  }

  private static boolean contains(Path file, String text) throws IOException {
    return indexOf(file, text) >= 0;
  }

  private static int indexOf(Path file, String text) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).indexOf(text);
  }
}
