package org.juntos.gallery;

import java.time.Duration;
import org.juntos.media.MediaSource;
import org.juntos.media.playback.Player;
import org.juntos.media.playback.PlayerFactory;
import org.juntos.media.playback.PlayerListener;
import org.juntos.media.playback.PlayerState;

/// Players that stand still.
final class QuietPlayers implements PlayerFactory {
  @Override
  public Player open(MediaSource source, Bounds bounds, PlayerListener listener) {
    return new Still();
  }

  private static final class Still implements Player {
    @Override
    public void play() {}

    @Override
    public void pause() {}

    @Override
    public void seek(Duration position) {}

    @Override
    public void rate(double rate) {}

    @Override
    public Duration position() {
      return Duration.ofSeconds(12);
    }

    @Override
    public Duration duration() {
      return Duration.ofSeconds(42);
    }

    @Override
    public PlayerState state() {
      return PlayerState.PAUSED;
    }

    @Override
    public void close() {}
  }
}
