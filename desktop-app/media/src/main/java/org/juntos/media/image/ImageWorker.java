package org.juntos.media.image;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.juntos.media.CodeReading;
import org.juntos.media.CodeResult;
import org.juntos.media.DecodeResult;
import org.juntos.media.DecodeResult.Reason;
import org.juntos.media.ImageDecoding;
import org.juntos.media.MediaLimits;
import org.juntos.media.MediaSource;
import org.juntos.media.process.ChildCommand;

/// Decodes and cleans images, and reads codes in them, in one child JVM, one at a time. The child
/// is started when first needed, reused, and ended when it crashed, misbehaved, grew old or has
/// nothing to do. Thread-safe; whoever makes it closes it.
public final class ImageWorker implements ImageDecoding, CodeReading, AutoCloseable {
  private static final int MAX_REQUESTS = 200;
  private static final int MAX_EDGE = 4096;

  private final ChildCommand command;
  private final MediaLimits limits;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition used = lock.newCondition();
  private @Nullable WorkerProcess worker;
  private boolean closed;

  /// @param folder exists, is empty and private: the child's working folder
  public ImageWorker(Path folder, MediaLimits limits) {
    this(new WorkerCommand(folder, limits).command(), limits);
  }

  ImageWorker(ChildCommand command, MediaLimits limits) {
    this.command = command;
    this.limits = limits;
  }

  @FunctionalInterface
  private interface Read<T> {
    T from(Answers answers) throws IOException;
  }

  @FunctionalInterface
  private interface Refuse<T> {
    T because(Reason reason, String detail);
  }

  private record Job<T>(
      int operation, MediaSource source, int maxEdge, Read<T> read, Refuse<T> refuse) {}

  @Override
  public DecodeResult decode(MediaSource source, int maxEdge) throws InterruptedException {
    var edge = Math.clamp(maxEdge, 1, MAX_EDGE);
    return answer(
        new Job<>(
            WorkerProtocol.DECODE,
            source,
            edge,
            answers -> answers.decoded(edge),
            DecodeResult.Refused::new));
  }

  /// Removes metadata, makes a preview and, unless `originalQuality`, makes large pictures smaller.
  /// Blocks; interrupting the thread cancels.
  public CleanResult clean(MediaSource source, boolean originalQuality)
      throws InterruptedException {
    return answer(
        new Job<>(
            originalQuality ? WorkerProtocol.CLEAN_ORIGINAL : WorkerProtocol.CLEAN,
            source,
            MAX_EDGE,
            answers -> answers.cleaned(limits.imageBytes()),
            CleanResult.Refused::new));
  }

  @Override
  public CodeResult read(MediaSource picture) throws InterruptedException {
    return answer(
        new Job<>(
            WorkerProtocol.READ_CODE, picture, MAX_EDGE, Answers::read, CodeResult.Refused::new));
  }

  private <T> T answer(Job<T> job) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      return closed ? job.refuse.because(Reason.WORKER_FAILED, "closed") : timed(job);
    } finally {
      used.signalAll();
      lock.unlock();
    }
  }

  private <T> T timed(Job<T> job) throws InterruptedException {
    WorkerProcess process;
    try {
      process = running();
    } catch (IOException e) {
      return job.refuse.because(Reason.WORKER_FAILED, "cannot start: " + e.getMessage());
    }
    return timed(job, process);
  }

  private <T> T timed(Job<T> job, WorkerProcess process) throws InterruptedException {
    var task = new FutureTask<>(() -> exchange(job, process));
    Thread.ofVirtual().name("image-worker").start(task);
    var finished = false;
    try {
      var answer = task.get(limits.imageTime().toMillis(), TimeUnit.MILLISECONDS);
      finished = true;
      return answer;
    } catch (TimeoutException _) {
      return job.refuse.because(Reason.TIMED_OUT, "no answer in " + limits.imageTime());
    } catch (ExecutionException e) {
      return failed(job, e.getCause());
    } finally {
      if (!finished || process.requests() >= MAX_REQUESTS) {
        task.cancel(true);
        end();
      }
    }
  }

  private <T> T exchange(Job<T> job, WorkerProcess process) throws IOException {
    try (var image = opened(job.source)) {
      var size = size(image);
      if (size > limits.imageBytes()) {
        return job.refuse.because(Reason.TOO_LARGE, size + " bytes");
      }
      process.request(job.operation, job.maxEdge, image, (int) size);
      return job.read.from(process.answers());
    }
  }

  private static SeekableByteChannel opened(MediaSource source) throws SourceFailed {
    try {
      return source.open();
    } catch (IOException e) {
      throw new SourceFailed(e);
    }
  }

  private static long size(SeekableByteChannel image) throws SourceFailed {
    try {
      return image.size();
    } catch (IOException e) {
      throw new SourceFailed(e);
    }
  }

  private static <T> T failed(Job<T> job, @Nullable Throwable cause) {
    return switch (cause) {
      case SourceFailed e -> job.refuse.because(Reason.UNREADABLE, String.valueOf(e.getMessage()));
      case IOException e ->
          job.refuse.because(Reason.WORKER_FAILED, "worker failed: " + e.getMessage());
      case null, default -> throw new IllegalStateException("image exchange", cause);
    };
  }

  private WorkerProcess running() throws IOException {
    var running = worker;
    if (running == null || !running.isAlive()) {
      running = new WorkerProcess(command);
      worker = running;
      var watched = running;
      Thread.ofVirtual().name("image-worker-idle").start(() -> endWhenIdle(watched));
    }
    return running;
  }

  private void endWhenIdle(WorkerProcess watched) {
    lock.lock();
    try {
      while (worker == watched) {
        var before = watched.requests();
        var signalled = used.await(limits.workerIdle().toMillis(), TimeUnit.MILLISECONDS);
        if (!signalled && worker == watched && watched.requests() == before) {
          end();
        }
      }
    } catch (InterruptedException _) {
      watched.kill();
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    if (worker != null) {
      worker.kill();
      worker = null;
    }
  }

  /// Ends the child. Waits for the image in work.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      end();
      used.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
