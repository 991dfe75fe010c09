package org.juntos.engine.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

final class SendWindowTest {
  private final SendWindow window = new SendWindow();

  @Test
  void a_full_window_waits_for_outcomes() throws Exception {
    fill();
    var waiting = start(() -> window.take(List.of(request(1_000))));
    awaitBlocked(waiting.thread());

    window.release(
        LongStream.range(0, 9).<SendOutcome>mapToObj(SendOutcome.Accepted::new).toList());

    assertEquals("taken", waiting.outcome().get());
  }

  @Test
  void a_closed_window_lets_nobody_wait() throws Exception {
    fill();
    var waiting = start(() -> window.take(List.of(request(1_000))));
    awaitBlocked(waiting.thread());

    window.close();

    assertInstanceOf(IOException.class, waiting.failure().get());
    assertThrows(IOException.class, () -> window.take(List.of(request(1_001))));
  }

  @Test
  void waiting_can_be_interrupted() throws Exception {
    fill();
    var waiting = start(() -> window.take(List.of(request(1_000))));
    awaitBlocked(waiting.thread());

    waiting.thread().interrupt();

    assertInstanceOf(InterruptedIOException.class, waiting.failure().get());
  }

  private void fill() throws IOException {
    long id = 0;
    for (long bytes = 0; bytes + 250_128 <= SendWindow.LIMIT_BYTES; bytes += 250_128) {
      window.take(List.of(request(id++)));
    }
    assertTrue(id > 9);
  }

  private static SendRequest request(long id) {
    var bob = new DeviceAddress(new AccountId(new UUID(1, 2)), 1);
    var envelope = new OutgoingEnvelope(new UUID(0, id), bob, Bytes.of(new byte[250_000]));
    return new SendRequest(id, List.of(envelope));
  }

  private static void awaitBlocked(Thread thread) {
    while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
      Thread.onSpinWait();
    }
  }

  private static Waiting start(Take take) throws InterruptedException {
    var outcome = new CompletableFuture<String>();
    var failure = new CompletableFuture<IOException>();
    var started = new CountDownLatch(1);
    var thread =
        Thread.ofVirtual()
            .start(() -> {
              started.countDown();
              try {
                take.run();
                outcome.complete("taken");
              } catch (IOException e) {
                failure.complete(e);
              }
            });
    started.await();
    return new Waiting(thread, outcome, failure);
  }

  private interface Take {
    void run() throws IOException;
  }

  private record Waiting(
      Thread thread, CompletableFuture<String> outcome, CompletableFuture<IOException> failure) {}
}
