package org.juntos.media.playback;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.juntos.media.ffmpeg.RawStream;
import org.juntos.media.ffmpeg.StreamedMedia;
import org.juntos.media.playback.AudioOutput.Line;

/// One uninterrupted stretch: from a start, at one tempo, until the end or until closed. The sound
/// is the clock; where there is none (any more), a stopwatch is. A seek makes a new one.
final class Playback implements AutoCloseable {
  static final int SAMPLE_RATE = 48_000;

  private static final int SAMPLE_BLOCK_BYTES = 3840;
  private static final long LOOK_EVERY_NANOS = 20_000_000;
  private static final int MAX_DROPPED = 10;

  private final StreamedMedia media;
  private final Settings settings;
  private final Events events;
  private final Stopwatch stopwatch;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable RawStream frames;
  private @Nullable RawStream samples;
  private @Nullable Line line;
  private boolean playing;
  private boolean closed;
  private volatile boolean produced;
  private int unfinished;

  Playback(StreamedMedia media, Settings settings, Events events, LongSupplier nanos) {
    this.media = media;
    this.settings = settings;
    this.events = events;
    this.stopwatch = new Stopwatch(nanos);
  }

  /// @param tempo of playing, 1.0 as recorded
  /// @param width of the frames, 0 for none
  /// @param height of the frames, 0 for none
  /// @param frameRate frames for each second of media
  /// @param sound whether there is any
  record Settings(
      Duration start, double tempo, int width, int height, int frameRate, boolean sound) {
    Duration timeOf(long frame) {
      return start.plus(Duration.ofNanos(frame * 1_000_000_000L / frameRate));
    }
  }

  /// Told on this playback's threads.
  interface Events {
    void frame(Playback playback, VideoFrame frame);

    void ended(Playback playback);

    void failed(Playback playback, String detail);
  }

  /// Starts decoding, paused: the first frame is shown, the rest waits for `play`.
  ///
  /// @throws IOException when children cannot be started
  void begin(AudioOutput output) throws IOException {
    unfinished = (settings.width > 0 ? 1 : 0) + (settings.sound ? 1 : 0);
    if (settings.sound) {
      var stream = media.samples(settings.start, SAMPLE_RATE, settings.tempo);
      samples = stream;
      var open = output.open(SAMPLE_RATE);
      line = open;
      Thread.ofVirtual().name("player-sound").start(() -> run(stream, () -> sound(stream, open)));
    }
    if (settings.width > 0) {
      var stream =
          media.frames(settings.start, settings.width, settings.height, settings.frameRate);
      frames = stream;
      Thread.ofVirtual().name("player-frames").start(() -> run(stream, () -> frames(stream)));
    }
  }

  @FunctionalInterface
  private interface Loop {
    void run() throws IOException, InterruptedException;
  }

  private void run(RawStream stream, Loop loop) {
    var detail = "";
    try {
      loop.run();
      detail = stream.endedWell() ? "" : stream.complaint();
    } catch (IOException e) {
      detail = String.valueOf(e.getMessage());
    } catch (InterruptedException _) {
      detail = "interrupted";
    }
    finish(stream, detail);
  }

  private void finish(RawStream stream, String detail) {
    stream.close();
    lock.lock();
    try {
      unfinished--;
      if (closed || unfinished > 0) {
        return;
      }
    } finally {
      lock.unlock();
    }
    if (produced || detail.isEmpty()) {
      events.ended(this);
    } else {
      events.failed(this, detail);
    }
  }

  private void frames(RawStream stream) throws IOException, InterruptedException {
    var bytes = 4 * settings.width * settings.height;
    var dropped = 0;
    var index = 0L;
    for (var block = new byte[bytes]; stream.read(block) == bytes; block = new byte[bytes]) {
      var due = settings.timeOf(index);
      if (index > 0 && !awaitTurn(due)) {
        return;
      }
      dropped = index > 0 && isLate(due) && dropped < MAX_DROPPED ? dropped + 1 : 0;
      if (dropped == 0) {
        produced = true;
        var picture = ByteBuffer.wrap(block);
        events.frame(this, new VideoFrame(settings.width, settings.height, picture, due));
      }
      index++;
    }
    if (index > 0) {
      awaitTurn(settings.timeOf(index));
    }
  }

  private boolean isLate(Duration due) {
    return position().minus(due).toMillis() > 3000 / settings.frameRate;
  }

  private void sound(RawStream stream, Line open) throws IOException, InterruptedException {
    var block = new byte[SAMPLE_BLOCK_BYTES];
    try {
      for (var count = stream.read(block); count > 0; count = stream.read(block)) {
        produced = true;
        if (!write(open, block, count)) {
          return;
        }
      }
      open.drain();
    } finally {
      soundEnded();
    }
  }

  private boolean write(Line open, byte[] block, int count) throws InterruptedException {
    for (var done = 0; done < count; ) {
      if (!awaitTurn(Duration.ZERO)) {
        return false;
      }
      done += open.write(block, done, count - done);
    }
    return true;
  }

  /// From here on the stopwatch counts.
  private void soundEnded() {
    lock.lock();
    try {
      samples = null;
      if (playing) {
        stopwatch.start();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until it plays and `due` has come; false when closed.
  private boolean awaitTurn(Duration due) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!closed && (!playing || position().compareTo(due) < 0)) {
        if (playing) {
          changed.awaitNanos(Math.min(LOOK_EVERY_NANOS, until(due)));
        } else {
          changed.await();
        }
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private long until(Duration due) {
    var left = due.minus(position()).toNanos() / settings.tempo;
    return Math.max(1_000_000, (long) left);
  }

  Duration position() {
    lock.lock();
    try {
      var heard = line == null ? 0 : line.position() * 1_000_000_000L / SAMPLE_RATE;
      var elapsed = stopwatch.elapsed().toNanos() + heard;
      return settings.start.plus(Duration.ofNanos((long) (elapsed * settings.tempo)));
    } finally {
      lock.unlock();
    }
  }

  void play() {
    lock.lock();
    try {
      playing = true;
      if (line != null) {
        line.start();
      }
      if (samples == null) {
        stopwatch.start();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void pause() {
    lock.lock();
    try {
      playing = false;
      stopwatch.stop();
      if (line != null) {
        line.stop();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Ends the children and gives back the line.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
      for (var stream : new RawStream[] {frames, samples}) {
        if (stream != null) {
          stream.close();
        }
      }
      if (line != null) {
        line.close();
      }
    } finally {
      lock.unlock();
    }
  }
}
