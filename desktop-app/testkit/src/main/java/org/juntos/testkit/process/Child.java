package org.juntos.testkit.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A Java process that answers lines, and can be killed and started again. Thread-safe.
public final class Child implements AutoCloseable {
  private final List<String> command;
  private final Path log;
  private final ReentrantLock talking = new ReentrantLock();
  private volatile @Nullable Running running;

  /// @param log gets its standard error
  public Child(Class<?> main, Path log, List<String> arguments) {
    this.log = log;
    command = JavaCommand.of(main, arguments);
  }

  /// Starts it, and waits until it says `ready`; returns the rest of that line.
  ///
  /// @throws IOException when it ends before; its log says why
  public String start() throws IOException {
    var process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    var started =
        new Running(
            process,
            process.inputReader(StandardCharsets.UTF_8),
            process.outputWriter(StandardCharsets.UTF_8));
    running = started;
    var line = started.lines().readLine();
    if (line == null || !line.startsWith("ready ")) {
      throw new IOException("the process did not start, see " + log + ": " + line);
    }
    return line.substring("ready ".length());
  }

  /// Says a line and returns the answer; null when the process was killed over it, so that nobody
  /// knows what became of it, or does not run.
  public @Nullable String ask(String line) {
    talking.lock();
    try {
      var now = running;
      if (now == null) {
        return null;
      }
      now.in().write(line + "\n");
      now.in().flush();
      return now.lines().readLine();
    } catch (IOException _) { // killed
      return null;
    } finally {
      talking.unlock();
    }
  }

  /// Ends it as `kill -9` does.
  public void kill() throws InterruptedException {
    var now = running;
    running = null;
    if (now != null) {
      now.process().destroyForcibly().waitFor();
    }
  }

  /// Ends its standard input and waits for its end.
  @Override
  public void close() throws IOException {
    var now = running;
    running = null;
    if (now != null) {
      now.in().close();
      now.process().onExit().join();
    }
  }

  private record Running(Process process, BufferedReader lines, Writer in) {}
}
