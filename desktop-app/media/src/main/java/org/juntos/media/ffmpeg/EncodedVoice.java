package org.juntos.media.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/// A child that encodes a voice message: samples go in, a file comes out. One thread writes, one
/// reads; any thread may close, which ends the child.
public final class EncodedVoice implements AutoCloseable {
  private static final int EXIT_SECONDS = 10;

  private final Process process;
  private final OutputStream samples;
  private final InputStream encoded;

  EncodedVoice(Process process) {
    this.process = process;
    samples = process.getOutputStream();
    encoded = process.getInputStream();
    new ErrorTail(process.getErrorStream());
  }

  /// Hands samples over; blocks while the child is busy.
  ///
  /// @return false when the child has ended
  public boolean write(byte[] block, int length) {
    try {
      samples.write(block, 0, length);
      samples.flush();
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// No more samples come. A child that has ended does not mind; see [#endedWell].
  public void finish() {
    try {
      samples.close();
    } catch (IOException _) {
      process.destroy();
    }
  }

  /// Blocks until there is something.
  ///
  /// @return bytes read; -1 at the end
  public int read(byte[] block) throws IOException {
    return encoded.read(block);
  }

  /// After the end was read: whether the child thinks it went well. Waits for it to exit.
  public boolean endedWell() throws InterruptedException {
    return process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
