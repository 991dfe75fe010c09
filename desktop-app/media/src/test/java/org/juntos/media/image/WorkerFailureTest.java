package org.juntos.media.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.media.DecodeResult;
import org.juntos.media.DecodeResult.Reason;
import org.juntos.media.MediaLimits;
import org.juntos.media.MediaSource;
import org.juntos.media.process.ChildCommand;

/// A worker that was taken over, hangs or dies: each is played by a shell script.
final class WorkerFailureTest {
  private static final MediaSource IMAGE = MediaSource.of(new byte[100], "image/png");

  @TempDir private Path folder;

  @Test
  void a_worker_that_dies_at_once_is_a_refusal_and_is_started_again() throws Exception {
    try (var worker = scripted("echo x >>'" + folder.resolve("starts") + "'; exit 1")) {
      assertEquals(Reason.WORKER_FAILED, refused(worker));
      assertEquals(Reason.WORKER_FAILED, refused(worker));
      assertEquals(2, Files.readAllLines(folder.resolve("starts")).size());
    }
  }

  @Test
  void a_worker_that_answers_nonsense_is_a_refusal() throws Exception {
    try (var worker = scripted("head -c 109 >/dev/null; printf 'nonsense'")) {
      assertEquals(Reason.WORKER_FAILED, refused(worker));
    }
  }

  @Test
  void pixels_of_an_impossible_size_are_never_allocated() throws Exception {
    var pixels = "\\012\\177\\377\\377\\377\\177\\377\\377\\377";
    try (var worker = scripted("head -c 109 >/dev/null; printf '" + pixels + "'; sleep 60")) {
      assertEquals(Reason.WORKER_FAILED, refused(worker));
    }
  }

  @Test
  void an_answer_that_is_cut_off_is_a_refusal() throws Exception {
    var pixels = "\\012\\0\\0\\0\\002\\0\\0\\0\\002abc";
    try (var worker = scripted("head -c 109 >/dev/null; printf '" + pixels + "'")) {
      assertEquals(Reason.WORKER_FAILED, refused(worker));
    }
  }

  @Test
  void a_worker_that_hangs_is_ended() throws Exception {
    try (var worker = scripted("echo $$ >'" + folder.resolve("pid") + "'; exec sleep 60")) {
      assertEquals(Reason.TIMED_OUT, refused(worker));
      assertTrue(hasEnded(), "still running");
    }
  }

  @Test
  void cancelling_ends_the_worker() throws Exception {
    var asked = new CountDownLatch(1);
    var limits = MediaLimits.STANDARD;
    var script = "echo $$ >'" + folder.resolve("pid") + "'; head -c 50 >/dev/null; exec sleep 60";
    try (var worker = new ImageWorker(command(script), limits)) {
      var task = new FutureTask<>(() -> worker.decode(new Announcing(asked), 100));
      var thread = Thread.ofVirtual().start(task);
      asked.await();
      thread.interrupt();
      thread.join();
      var failure = assertThrows(ExecutionException.class, task::get);
      assertInstanceOf(InterruptedException.class, failure.getCause());
    }
  }

  @Test
  void a_worker_killed_while_it_decodes_is_replaced(@TempDir Path empty) throws Exception {
    try (var worker = new ImageWorker(empty, MediaLimits.STANDARD)) {
      var image = MediaSource.of(Pictures.jpeg(200, 100), "image/jpeg");
      assertInstanceOf(DecodeResult.Pixels.class, worker.decode(image, 50));
      ProcessHandle.current()
          .descendants()
          .filter(child -> child.info().commandLine().orElse("").contains(empty.toString()))
          .forEach(ProcessHandle::destroyForcibly);
      // either the death is seen before the request or the request fails with it
      if (worker.decode(image, 50) instanceof DecodeResult.Refused(var reason, _)) {
        assertEquals(Reason.WORKER_FAILED, reason);
      }
      assertInstanceOf(DecodeResult.Pixels.class, worker.decode(image, 50));
    }
  }

  @Test
  void an_idle_worker_is_ended_and_comes_back(@TempDir Path empty) throws Exception {
    var standard = MediaLimits.STANDARD;
    var limits =
        new MediaLimits(
            standard.imageBytes(),
            standard.pixels(),
            standard.imageTime(),
            standard.probeTime(),
            standard.videoTime(),
            Duration.ofMillis(50));
    try (var worker = new ImageWorker(empty, limits)) {
      var image = MediaSource.of(Pictures.jpeg(200, 100), "image/jpeg");
      assertInstanceOf(DecodeResult.Pixels.class, worker.decode(image, 50));
      var child =
          ProcessHandle.current()
              .descendants()
              .filter(one -> one.info().commandLine().orElse("").contains(empty.toString()))
              .findAny();
      if (child.isPresent()) {
        child.get().onExit().join();
      }
      assertInstanceOf(DecodeResult.Pixels.class, worker.decode(image, 50));
    }
  }

  @Test
  void bytes_that_cannot_be_read_are_not_the_workers_fault() throws Exception {
    try (var worker = scripted("exec sleep 60")) {
      var result = worker.decode(new Failing(), 100);
      assertEquals(
          Reason.UNREADABLE, assertInstanceOf(DecodeResult.Refused.class, result).reason());
    }
  }

  @Test
  void a_missing_program_is_a_refusal() throws Exception {
    var missing = folder.resolve("missing").toString();
    var limits = new ChildCommand.Limits(0, -1, 0);
    var command = new ChildCommand(List.of(missing), folder, Map.of(), limits);
    try (var worker = new ImageWorker(command, MediaLimits.STANDARD)) {
      assertEquals(Reason.WORKER_FAILED, refused(worker));
    }
  }

  private record Announcing(CountDownLatch asked) implements MediaSource {
    @Override
    public SeekableByteChannel open() throws IOException {
      asked.countDown();
      return IMAGE.open();
    }

    @Override
    public String mediaType() {
      return "image/png";
    }
  }

  private record Failing() implements MediaSource {
    @Override
    public SeekableByteChannel open() throws IOException {
      throw new IOException("digest mismatch");
    }

    @Override
    public String mediaType() {
      return "image/png";
    }
  }

  private ImageWorker scripted(String script) {
    var limits =
        new MediaLimits(
            1 << 20,
            1_000_000,
            Duration.ofMillis(700),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5));
    return new ImageWorker(command(script), limits);
  }

  private ChildCommand command(String script) {
    var limits = new ChildCommand.Limits(0, 10, 0);
    return new ChildCommand(
        List.of("/bin/sh", "-c", script), folder, Map.of("PATH", "/usr/bin:/bin"), limits);
  }

  private boolean hasEnded() throws Exception {
    var pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    var handle = ProcessHandle.of(pid);
    if (handle.isPresent()) {
      handle.get().onExit().get(5, TimeUnit.SECONDS);
    }
    return ProcessHandle.of(pid).map(h -> !h.isAlive()).orElse(true);
  }

  private static Reason refused(ImageWorker worker) throws Exception {
    return assertInstanceOf(DecodeResult.Refused.class, worker.decode(IMAGE, 100)).reason();
  }
}
