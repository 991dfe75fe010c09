package org.juntos.ui.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.media.DecodeResult;
import org.juntos.media.ImageDecoding;
import org.juntos.media.MediaSource;
import org.juntos.media.playback.Player;
import org.juntos.media.playback.PlayerFactory;
import org.juntos.media.playback.PlayerListener;
import org.juntos.media.playback.PlayerState;

/// Decodes nothing; its players do as they are told and note it.
public final class FakeMedia implements ImageDecoding, PlayerFactory {
  public final List<FakePlayer> players = new ArrayList<>();

  @Override
  public DecodeResult decode(MediaSource source, int maxEdge) {
    return new DecodeResult.Refused(DecodeResult.Reason.UNKNOWN_FORMAT, "nothing is decoded here");
  }

  @Override
  public Player open(MediaSource source, Bounds bounds, PlayerListener listener) {
    var player = new FakePlayer(listener);
    players.add(player);
    return player;
  }

  /// A player of ten seconds.
  public static final class FakePlayer implements Player {
    public Duration at = Duration.ZERO;
    public double speed = 1;
    public boolean closed;
    private final PlayerListener listener;
    private @Nullable PlayerState state;

    FakePlayer(PlayerListener listener) {
      this.listener = listener;
    }

    @Override
    public void play() {
      set(PlayerState.PLAYING);
    }

    @Override
    public void pause() {
      set(PlayerState.PAUSED);
    }

    /// It has come to its end.
    public void end() {
      set(PlayerState.ENDED);
    }

    @Override
    public void seek(Duration position) {
      at = position;
    }

    @Override
    public void rate(double rate) {
      speed = rate;
    }

    @Override
    public Duration position() {
      return at;
    }

    @Override
    public Duration duration() {
      return Duration.ofSeconds(10);
    }

    @Override
    public PlayerState state() {
      return state == null ? PlayerState.OPENING : state;
    }

    @Override
    public void close() {
      closed = true;
    }

    private void set(PlayerState now) {
      state = now;
      listener.changed(now);
    }
  }
}
