package org.juntos.media.image;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.juntos.media.process.ChildCommand;

/// One running worker JVM. Not thread-safe but for [#kill].
final class WorkerProcess {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Process process;
  private final DataOutputStream out;
  private final Answers answers;
  private int requests;

  WorkerProcess(ChildCommand command) throws IOException {
    process = command.start(Redirect.DISCARD);
    out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER_BYTES));
    var in = new BufferedInputStream(process.getInputStream(), BUFFER_BYTES);
    answers = new Answers(new DataInputStream(in));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int requests() {
    return requests;
  }

  Answers answers() {
    return answers;
  }

  /// Sends `length` bytes of `image`.
  ///
  /// @throws SourceFailed when the image, not the worker, is at fault
  void request(int operation, int maxEdge, SeekableByteChannel image, int length)
      throws IOException {
    requests++;
    out.writeByte(operation);
    out.writeInt(maxEdge);
    out.writeInt(length);
    var buffer = ByteBuffer.allocate(BUFFER_BYTES);
    for (var left = length; left > 0; left -= buffer.limit()) {
      read(image, buffer.clear().limit(Math.min(left, BUFFER_BYTES)));
      out.write(buffer.array(), 0, buffer.limit());
    }
    out.flush();
  }

  private static void read(SeekableByteChannel image, ByteBuffer buffer) throws SourceFailed {
    try {
      while (buffer.hasRemaining()) {
        if (image.read(buffer) < 0) {
          throw new SourceFailed(new IOException("image became shorter"));
        }
      }
    } catch (SourceFailed e) {
      throw e;
    } catch (IOException e) {
      throw new SourceFailed(e);
    }
  }

  void kill() {
    process.destroyForcibly();
  }
}
