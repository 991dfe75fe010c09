package org.juntos.engine.story;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.juntos.testkit.lie.Lies;

/// What a relay can do to files. All of it is said in simulated worlds and over sockets alike.
final class BlobLies {
  private BlobLies() {}

  /// The byte at one place is changed.
  static Bytes changedAt(long place) {
    return new Bytes(place, Long.MAX_VALUE);
  }

  /// All from one place on is forgotten.
  static Bytes cutAt(long place) {
    return new Bytes(Long.MAX_VALUE, place);
  }

  /// Lies about bytes, and counts how often it was asked for them.
  static final class Bytes implements Lies {
    private final long changed;
    private final long end;
    private final AtomicInteger asked = new AtomicInteger();

    private Bytes(long changed, long end) {
      this.changed = changed;
      this.end = end;
    }

    @Override
    public WritableByteChannel blobBytes(long from, WritableByteChannel honest) {
      asked.incrementAndGet();
      return new Tampering(honest, from, changed, end);
    }

    int asked() {
      return asked.get();
    }
  }

  /// Bytes that come after the last one, for as long as they are taken; counts those that were.
  static final class Endless implements Lies {
    private static final int STEP = 4_096;
    private static final int MOST = 1_000 * STEP;
    private int taken;

    @Override
    public WritableByteChannel blobBytes(long from, WritableByteChannel honest) {
      return new Tampering(honest, from, Long.MAX_VALUE, Long.MAX_VALUE) {
        @Override
        public int write(ByteBuffer bytes) throws IOException {
          int size = super.write(bytes);
          while (taken < MOST) {
            taken += honest.write(ByteBuffer.allocate(STEP));
          }
          return size;
        }
      };
    }

    int taken() {
      return taken;
    }
  }

  /// Whatever is asked for, it is the first that was asked for that comes.
  static Lies alwaysTheFirst() {
    var first = new AtomicReference<>("");
    return new Lies() {
      @Override
      public String blob(String blob) {
        return first.updateAndGet(known -> known.isEmpty() ? blob : known);
      }
    };
  }

  private static class Tampering implements WritableByteChannel {
    private final WritableByteChannel honest;
    private final long changed;
    private final long end;
    private long at;

    private Tampering(WritableByteChannel honest, long from, long changed, long end) {
      this.honest = honest;
      this.at = from;
      this.changed = changed;
      this.end = end;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      var bytes = new byte[from.remaining()];
      from.get(bytes);
      int size = bytes.length;
      if (changed >= at && changed < at + size) {
        bytes[(int) (changed - at)] ^= 1;
      }
      int kept = Math.clamp(end - at, 0, size);
      honest.write(ByteBuffer.wrap(bytes, 0, kept));
      at += size;
      return size;
    }

    @Override
    public boolean isOpen() {
      return honest.isOpen();
    }

    @Override
    public void close() throws IOException {
      honest.close();
    }
  }
}
