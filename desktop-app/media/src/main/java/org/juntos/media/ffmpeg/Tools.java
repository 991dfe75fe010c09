package org.juntos.media.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.juntos.media.process.ChildCommand;

/// Runs ffmpeg and ffprobe: confined, without a shell's or our environment, always with an end.
public final class Tools {
  /// Largest block that a child may ask its allocator for.
  private static final String MAX_BLOCK_BYTES = Integer.toString(512 * 1024 * 1024);

  private static final long MEMORY_KILOBYTES = 4L * 1024 * 1024;

  /// Also ends a child that outlived us.
  private static final long CPU_SECONDS = Duration.ofHours(2).toSeconds();

  private static final Duration EXIT_TIME = Duration.ofSeconds(10);

  private final FfmpegFiles files;
  private final Path folder;

  /// @param folder exists, private: the children's working folder
  public Tools(FfmpegFiles files, Path folder) {
    this.files = files;
    this.folder = folder;
  }

  /// Reads a tool's output to its end.
  @FunctionalInterface
  interface Output<T extends @Nullable Object> {
    T read(InputStream output) throws IOException;
  }

  /// Starts ffmpeg; whoever starts it ends it.
  ///
  /// @throws IOException when there is no ffmpeg for this machine or it cannot be started
  Process startFfmpeg(List<String> arguments, MediaInput input) throws IOException {
    return start(Tool.FFMPEG, arguments, input);
  }

  private Process start(Tool tool, List<String> arguments, MediaInput input) throws IOException {
    var program = new ArrayList<String>();
    program.add(files.executable(tool.program()).toString());
    program.addAll(List.of("-hide_banner", "-loglevel", "error", "-max_alloc", MAX_BLOCK_BYTES));
    program.addAll(arguments);
    var environment = new HashMap<>(input.environment());
    environment.put("LD_LIBRARY_PATH", files.folder().toString());
    var limits = new ChildCommand.Limits(MEMORY_KILOBYTES, -1, CPU_SECONDS);
    return new ChildCommand(program, folder, environment, limits).start(Redirect.PIPE);
  }

  /// Runs a tool to its end. Interrupting the thread, or too long a run, ends the child.
  <T extends @Nullable Object> RunResult<T> run(
      Tool tool, List<String> arguments, MediaInput input, Duration limit, Output<T> output)
      throws InterruptedException {
    Process process;
    try {
      process = start(tool, arguments, input);
    } catch (IOException e) {
      return new RunResult.Missing<>(String.valueOf(e.getMessage()));
    }
    var errors = new ErrorTail(process.getErrorStream());
    try {
      return finish(process, errors, limit, output);
    } finally {
      process.destroyForcibly();
    }
  }

  private static <T extends @Nullable Object> RunResult<T> finish(
      Process process, ErrorTail errors, Duration limit, Output<T> output)
      throws InterruptedException {
    var reading = new FutureTask<>(() -> output.read(process.getInputStream()));
    Thread.ofVirtual().name("ffmpeg-output").start(reading);
    try {
      var value = reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      var ended = process.waitFor(EXIT_TIME.toMillis(), TimeUnit.MILLISECONDS);
      return ended && process.exitValue() == 0
          ? new RunResult.Done<>(value)
          : new RunResult.Failed<>(errors.text());
    } catch (TimeoutException _) {
      return new RunResult.TimedOut<>();
    } catch (ExecutionException e) {
      return failed(e.getCause(), errors);
    }
  }

  private static <T extends @Nullable Object> RunResult<T> failed(
      @Nullable Throwable cause, ErrorTail errors) {
    if (cause instanceof IOException) {
      return new RunResult.Failed<>(cause.getMessage() + " " + errors.text());
    }
    throw new IllegalStateException("reading a tool's output", cause);
  }
}
