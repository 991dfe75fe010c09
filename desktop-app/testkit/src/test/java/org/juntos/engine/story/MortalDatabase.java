package org.juntos.engine.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.juntos.store.db.DatabaseThread;

/// A process that ends before or after the n-th transaction: keeps a copy of the profile as it is
/// then, and lets nothing happen any more.
final class MortalDatabase implements DatabaseThread {
  private final DatabaseThread real = DatabaseThread.calling();
  private int left = Integer.MAX_VALUE;
  private boolean dead;
  private Path profile = Path.of("");
  private Path copy = Path.of("");

  /// Ends after `steps`, and leaves `profile` as `copy`.
  void dieAfter(int steps, Path profile, Path copy) {
    this.profile = profile;
    this.copy = copy;
    left = steps;
  }

  /// Whether it has ended; whoever asks may start again.
  boolean revive() {
    left = Integer.MAX_VALUE;
    boolean died = dead;
    dead = false;
    return died;
  }

  @Override
  public <T extends @Nullable Object> T call(Supplier<T> work) {
    step();
    var result = real.call(work);
    step();
    return result;
  }

  private void step() {
    if (dead) {
      throw new KilledException();
    }
    if (left-- == 0) {
      keep();
      dead = true;
      throw new KilledException();
    }
  }

  private void keep() {
    try (var files = Files.walk(profile)) {
      for (var file : files.toList()) {
        Files.copy(file, copy.resolve(profile.relativize(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {}

  /// The process is no more.
  static final class KilledException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
