package org.juntos.ui.attachment;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.juntos.media.MediaSource;
import org.juntos.media.playback.Player;
import org.juntos.media.playback.PlayerFactory;
import org.juntos.media.playback.PlayerListener;
import org.juntos.media.playback.PlayerState;
import org.juntos.media.playback.VideoFrame;
import org.juntos.ui.fx.EngineLink;

/// One sound or video that plays in the window. Frames are dropped when the window draws slower
/// than they come.
public final class Playback implements AutoCloseable {
  private final EngineLink engine;
  private final Player player;
  private final ReadOnlyObjectWrapper<PlayerState> state =
      new ReadOnlyObjectWrapper<>(PlayerState.OPENING);
  private double rate = 1;

  /// @param frames gets each frame that is to be drawn; JavaFX thread
  Playback(
      EngineLink engine,
      PlayerFactory players,
      MediaSource source,
      PlayerFactory.Bounds bounds,
      Consumer<VideoFrame> frames) {
    this.engine = engine;
    player = players.open(source, bounds, new Listener(frames));
  }

  /// What it does now.
  public ReadOnlyObjectProperty<PlayerState> state() {
    return state.getReadOnlyProperty();
  }

  boolean isPlaying() {
    return state.get() == PlayerState.PLAYING;
  }

  /// Goes on.
  public void play() {
    player.play();
  }

  /// Stands still.
  public void pause() {
    player.pause();
  }

  void toggle() {
    if (isPlaying()) {
      pause();
    } else {
      play();
    }
  }

  /// @param fraction 0 to 1
  public void seek(double fraction) {
    var length = player.duration().toMillis();
    player.seek(Duration.ofMillis((long) (Math.clamp(fraction, 0, 1) * length)));
  }

  void skip(Duration by) {
    player.seek(player.position().plus(by));
  }

  /// @param now 0.5 to 2
  void rate(double now) {
    if (now != rate) {
      rate = now;
      player.rate(now);
    }
  }

  /// 1, then 1.5, then 2, then 1 again.
  double nextRate() {
    rate = rate >= 2 ? 1 : rate + 0.5;
    player.rate(rate);
    return rate;
  }

  /// Where it is.
  public Duration position() {
    return player.position();
  }

  Duration duration() {
    return player.duration();
  }

  /// 0 to 1; 0 while the length is not known.
  public double fraction() {
    var length = player.duration().toMillis();
    return length == 0 ? 0 : Math.min(1, (double) player.position().toMillis() / length);
  }

  @Override
  public void close() {
    player.close();
  }

  private final class Listener implements PlayerListener {
    private final Consumer<VideoFrame> frames;
    private final AtomicReference<@Nullable VideoFrame> newest = new AtomicReference<>();

    Listener(Consumer<VideoFrame> frames) {
      this.frames = frames;
    }

    @Override
    public void frame(VideoFrame frame) {
      if (newest.getAndSet(frame) == null) {
        engine.onFx(this::draw);
      }
    }

    @Override
    public void changed(PlayerState now) {
      engine.onFx(() -> state.set(now));
    }

    @Override
    public void failed(String detail) {
      engine.onFx(() -> state.set(PlayerState.FAILED));
    }

    private void draw() {
      var frame = newest.getAndSet(null);
      if (frame != null) {
        frames.accept(frame);
      }
    }
  }
}
