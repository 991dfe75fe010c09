package org.juntos.ui.attachment;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.AttachmentView;
import org.juntos.media.MediaSource;
import org.juntos.media.playback.PlayerFactory;
import org.juntos.media.playback.PlayerState;
import org.juntos.media.playback.VideoFrame;
import org.juntos.ui.fx.EngineLink;

/// Opens players, and lets only one of them be heard at a time. JavaFX thread only.
public final class Playbacks {
  private final EngineLink engine;
  private final PlayerFactory players;
  private @Nullable Playback heard;

  /// Plays with `players`.
  public Playbacks(EngineLink engine, PlayerFactory players) {
    this.engine = engine;
    this.players = players;
  }

  /// Opens it paused; the caller closes it.
  Playback open(AttachmentView view, PlayerFactory.Bounds bounds, Consumer<VideoFrame> frames) {
    return open(new ContentSource(engine.models(), view), bounds, frames);
  }

  /// Opens what `source` holds, paused; the caller closes it.
  public Playback open(
      MediaSource source, PlayerFactory.Bounds bounds, Consumer<VideoFrame> frames) {
    var playback = new Playback(engine, players, source, bounds, frames);
    var _ =
        playback
            .state()
            .subscribe(state -> {
              if (state == PlayerState.PLAYING) {
                hear(playback);
              }
            });
    return playback;
  }

  private void hear(Playback playback) {
    var before = heard;
    heard = playback;
    if (before != null && before != playback && before.isPlaying()) {
      before.pause();
    }
  }
}
