package org.juntos.engine.connection;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Base64;
import java.util.Locale;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.Bytes;
import org.juntos.wire.Paths;
import org.juntos.wire.Work;

/// Does the work that a relay under load asks for before it takes a request. On a thread of its
/// own, so that nobody else waits for the processor; whoever waits for it can be interrupted.
final class WorkSolver {
  private static final int STATUS = 428;
  private static final int BITS_AT = 1;

  private WorkSolver() {}

  /// The request that was refused, with the work done; null when no work was asked for, or more
  /// than is reasonable.
  ///
  /// @throws InterruptedIOException when the calling thread was interrupted
  static @Nullable Request solved(Request request, Response refusal) throws IOException {
    var challenge = refusal.header(Paths.WORK);
    if (refusal.code() != STATUS || challenge == null) {
      return null;
    }
    var decoded = decoded(challenge);
    if (decoded.length <= BITS_AT || decoded[BITS_AT] < 0 || decoded[BITS_AT] > Work.MAX_BITS) {
      return null;
    }
    var search = new Search(new Work(Bytes.of(decoded), body(request)), decoded[BITS_AT]);
    var solution = String.format(Locale.ROOT, "%s.%016x", challenge, search.run());
    return request.newBuilder().header(Paths.WORK_SOLUTION, solution).build();
  }

  private static byte[] decoded(String challenge) {
    try {
      return Base64.getUrlDecoder().decode(challenge);
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }

  private static byte[] body(Request request) throws IOException {
    var body = request.body();
    if (body == null) {
      return new byte[0];
    }
    try (var buffer = new Buffer()) {
      body.writeTo(buffer);
      return buffer.readByteArray();
    }
  }

  /// Looks for the number.
  private static final class Search {
    private final Work work;
    private final int bits;
    private volatile boolean stopped;
    private long number;

    Search(Work work, int bits) {
      this.work = work;
      this.bits = bits;
    }

    long run() throws InterruptedIOException {
      var thread = Thread.ofPlatform().daemon().name("proof-of-work").start(this::look);
      try {
        thread.join();
        return number;
      } catch (InterruptedException _) {
        stopped = true;
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted at work");
      }
    }

    private void look() {
      while (!stopped && work.bits(number) < bits) {
        number++;
      }
    }
  }
}
