package org.juntos.media.playback;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.juntos.media.MediaSource;
import org.juntos.media.ffmpeg.StreamDecoding;
import org.juntos.media.ffmpeg.StreamedMedia;
import org.juntos.media.playback.Playback.Settings;
import org.juntos.media.playback.PlayerFactory.Bounds;

/// A player whose decoders are children. Commands are carried out in order by one virtual thread,
/// which alone changes the state.
final class ChildPlayer implements Player, Playback.Events {
  private static final int DEFAULT_RATE = 25;
  private static final int MAX_RATE = 60;

  private final StreamDecoding decoding;
  private final AudioOutput output;
  private final LongSupplier nanos;
  private final Bounds bounds;
  private final PlayerListener listener;
  private final BlockingQueue<Command> commands = new LinkedBlockingQueue<>();
  private final Object telling = new Object();
  private final Thread thread;
  private volatile Status status = new Status(PlayerState.OPENING, Duration.ZERO, 1, null);
  private volatile StreamedMedia.@Nullable Info info;
  private volatile boolean closed;

  ChildPlayer(
      StreamDecoding decoding,
      AudioOutput output,
      LongSupplier nanos,
      MediaSource source,
      Bounds bounds,
      PlayerListener listener) {
    this.decoding = decoding;
    this.output = output;
    this.nanos = nanos;
    this.bounds = bounds;
    this.listener = listener;
    this.thread = Thread.ofVirtual().name("player").unstarted(() -> run(source));
  }

  ChildPlayer started() {
    thread.start();
    return this;
  }

  /// What others may see at any time.
  ///
  /// @param rest where it stands when nothing plays
  private record Status(
      PlayerState state, Duration rest, double rate, @Nullable Playback playback) {
    Status in(PlayerState next) {
      return new Status(next, rest, rate, playback);
    }

    Duration position() {
      return playback == null || state == PlayerState.ENDED ? rest : playback.position();
    }
  }

  private sealed interface Command {
    record Play() implements Command {}

    record Pause() implements Command {}

    record Seek(Duration position) implements Command {}

    record Rate(double rate) implements Command {}

    record Ended(Playback playback) implements Command {}

    record Failed(Playback playback, String detail) implements Command {}
  }

  private void run(MediaSource source) {
    try (var media = decoding.open(source)) {
      var found = media.info();
      info = found;
      begin(media, found, Duration.ZERO, false);
      while (status.state != PlayerState.FAILED) {
        carryOut(media, found, commands.take());
      }
    } catch (IOException e) {
      fail(String.valueOf(e.getMessage()));
    } catch (InterruptedException _) {
      stop(); // closed
    }
  }

  private void carryOut(StreamedMedia media, StreamedMedia.Info found, Command command)
      throws IOException {
    var playing = status.state == PlayerState.PLAYING;
    switch (command) {
      case Command.Play() -> resume(media, found);
      case Command.Pause() -> hold();
      case Command.Seek(var position) -> {
        if (!(commands.peek() instanceof Command.Seek)) {
          begin(media, found, position, playing);
        }
      }
      case Command.Rate(var rate) -> {
        status = new Status(status.state, status.rest, rate, status.playback);
        if (status.state != PlayerState.ENDED) {
          begin(media, found, position(), playing);
        }
      }
      case Command.Ended(var playback) when playback == status.playback -> end(playback);
      case Command.Failed(var playback, var detail) when playback == status.playback ->
          fail(detail);
      case Command.Ended _, Command.Failed _ -> {} // of a stretch that was left
    }
  }

  private void resume(StreamedMedia media, StreamedMedia.Info found) throws IOException {
    if (status.state == PlayerState.ENDED) {
      begin(media, found, Duration.ZERO, true);
    } else if (status.playback != null) {
      status.playback.play();
      become(status.in(PlayerState.PLAYING));
    }
  }

  private void hold() {
    if (status.playback != null && status.state == PlayerState.PLAYING) {
      status.playback.pause();
      become(status.in(PlayerState.PAUSED));
    }
  }

  /// Leaves the current stretch for one that begins at `start`.
  private void begin(StreamedMedia media, StreamedMedia.Info found, Duration start, boolean playing)
      throws IOException {
    stop();
    var next = new Playback(media, settings(found, start), this, nanos);
    status = new Status(status.state, start, status.rate, next);
    next.begin(output);
    if (playing) {
      next.play();
    }
    become(status.in(playing ? PlayerState.PLAYING : PlayerState.PAUSED));
  }

  private Settings settings(StreamedMedia.Info found, Duration start) {
    var factor =
        Math.min(
            1.0,
            Math.min(
                (double) bounds.width() / Math.max(1, found.width()),
                (double) bounds.height() / Math.max(1, found.height())));
    var rate = found.frameRate() < 1 ? DEFAULT_RATE : (int) Math.round(found.frameRate());
    return new Settings(
        start,
        status.rate,
        found.picture() ? even(found.width() * factor) : 0,
        found.picture() ? even(found.height() * factor) : 0,
        Math.min(MAX_RATE, rate),
        found.sound());
  }

  private static int even(double length) {
    return Math.max(2, 2 * (int) (length / 2));
  }

  private void end(Playback playback) {
    var reached = playback.position();
    playback.close();
    var known = duration();
    var rest = known.isZero() ? reached : known;
    become(new Status(PlayerState.ENDED, rest, status.rate, playback));
  }

  private void stop() {
    var playback = status.playback;
    if (playback != null) {
      playback.close();
    }
  }

  private void become(Status next) {
    var before = status.state;
    status = next;
    if (before != next.state) {
      tell(() -> listener.changed(next.state));
    }
  }

  private void fail(String detail) {
    stop();
    status = status.in(PlayerState.FAILED);
    tell(() -> listener.failed(detail));
  }

  private void tell(Runnable news) {
    synchronized (telling) {
      if (!closed) {
        news.run();
      }
    }
  }

  @Override
  public void frame(Playback playback, VideoFrame frame) {
    tell(() -> {
      if (playback == status.playback) {
        listener.frame(frame);
      }
    });
  }

  @Override
  public void ended(Playback playback) {
    commands.add(new Command.Ended(playback));
  }

  @Override
  public void failed(Playback playback, String detail) {
    commands.add(new Command.Failed(playback, detail));
  }

  @Override
  public void play() {
    commands.add(new Command.Play());
  }

  @Override
  public void pause() {
    commands.add(new Command.Pause());
  }

  @Override
  public void seek(Duration position) {
    var known = duration();
    var least = position.isNegative() ? Duration.ZERO : position;
    commands.add(new Command.Seek(!known.isZero() && least.compareTo(known) > 0 ? known : least));
  }

  @Override
  public void rate(double rate) {
    commands.add(new Command.Rate(Math.clamp(rate, 0.5, 2.0)));
  }

  @Override
  public Duration position() {
    return status.position();
  }

  @Override
  public Duration duration() {
    var known = info;
    return known == null ? Duration.ZERO : known.duration();
  }

  @Override
  public PlayerState state() {
    return closed ? PlayerState.CLOSED : status.state;
  }

  @Override
  public void close() {
    synchronized (telling) {
      closed = true;
    }
    stop();
    thread.interrupt();
  }
}
