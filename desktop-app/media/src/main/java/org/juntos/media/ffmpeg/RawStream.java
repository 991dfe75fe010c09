package org.juntos.media.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// What a decoding child writes: pictures or samples. One thread reads; any thread may close, which
/// ends the child and the read.
public final class RawStream implements AutoCloseable {
  private static final int EXIT_SECONDS = 5;

  private final Process process;
  private final InputStream output;
  private final ErrorTail errors;
  private volatile boolean reading;
  private volatile long reads;

  RawStream(Process process, Duration patience) {
    this.process = process;
    this.output = process.getInputStream();
    this.errors = new ErrorTail(process.getErrorStream());
    Thread.ofVirtual().name("ffmpeg-watch").start(() -> watch(patience));
  }

  /// Fills `block`; blocks until it is full or the stream ends.
  ///
  /// @return bytes read, fewer than asked for only at the end
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread reads
  public int read(byte[] block) throws IOException {
    reads++;
    reading = true;
    try {
      return output.readNBytes(block, 0, block.length);
    } finally {
      reading = false;
    }
  }

  /// Ends a child that is asked for more but gives nothing: a file can be made to keep it busy for
  /// ever.
  private void watch(Duration patience) {
    try {
      var seen = -1L;
      while (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        if (reading && reads == seen) {
          process.destroyForcibly();
        }
        seen = reads;
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
    }
  }

  /// After the end was read: whether the child thinks it went well. Waits for it to exit.
  public boolean endedWell() throws InterruptedException {
    return process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  /// The last of what the child complained about.
  public String complaint() {
    return errors.text();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
