package org.juntos.store.db;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class OwnThread implements DatabaseThread {
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("juntos-store").daemon().factory());

  @Override
  public <T extends @Nullable Object> T call(Supplier<T> work) {
    return outcome(thread.submit(work::get));
  }

  @Override
  public void close() {
    thread.shutdown();
  }

  private static <T extends @Nullable Object> T outcome(Future<T> future) {
    var interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw unchanged(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// A supplier throws nothing but these two.
  private static RuntimeException unchanged(@Nullable Throwable cause) {
    return switch (cause) {
      case RuntimeException exception -> exception;
      case Error error -> throw error;
      case null, default -> new IllegalStateException(cause);
    };
  }
}
