package org.juntos.ui.attachment;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.AttachmentView;
import org.juntos.media.MediaSource;
import org.juntos.media.playback.PlayerFactory;
import org.juntos.media.playback.PlayerState;
import org.juntos.media.playback.VideoFrame;
import org.juntos.ui.fx.EngineLink;

/// Opens players, and lets only one of them be heard at a time. JavaFX thread only.
public final class Playbacks {
  private static final PlayerFactory.Bounds NO_PICTURE = new PlayerFactory.Bounds(2, 2);

  private final EngineLink engine;
  private final PlayerFactory players;
  private final ReadOnlyObjectWrapper<@Nullable Sound> sound = new ReadOnlyObjectWrapper<>();
  private @Nullable Playback heard;
  private double rate = 1;

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

  /// A sound of a conversation that is heard, or was last. It goes on when its bubble is scrolled
  /// away.
  record Sound(AttachmentView of, Playback playback) {
    boolean is(AttachmentView other) {
      return of.message().equals(other.message()) && of.index() == other.index();
    }
  }

  /// The one that is heard, or was last; null when none was.
  ReadOnlyObjectProperty<@Nullable Sound> sound() {
    return sound.getReadOnlyProperty();
  }

  /// Lets a sound be heard in place of the one before, as fast as that. When it is over, what
  /// follows it is.
  Playback sound(AttachmentView view, AttachmentActions actions) {
    var before = sound.get();
    if (before != null && before.is(view)) {
      return before.playback();
    }
    hush();
    var opened = open(view, NO_PICTURE, _ -> {});
    opened.rate(rate);
    sound.set(new Sound(view, opened));
    opened.state().subscribe(state -> follow(view, state, actions));
    return opened;
  }

  private void follow(AttachmentView view, PlayerState state, AttachmentActions actions) {
    var now = sound.get();
    if (now == null || !now.is(view)) {
      return;
    }
    if (state == PlayerState.PLAYING) {
      actions.played(view);
    }
    var next = state == PlayerState.ENDED ? actions.next(view) : null;
    if (next != null) {
      sound(next, actions).play();
    }
  }

  /// 1, then 1.5, then 2, then 1 again: of this sound and those that come.
  double nextRate() {
    rate = rate >= 2 ? 1 : rate + 0.5;
    var now = sound.get();
    if (now != null) {
      now.playback().rate(rate);
    }
    return rate;
  }

  double rate() {
    return rate;
  }

  /// Ends the sound, if there is one.
  public void hush() {
    var now = sound.get();
    sound.set(null);
    if (now != null) {
      now.playback().close();
    }
    if (heard != null && heard.isPlaying()) {
      heard.pause();
    }
  }

  private void hear(Playback playback) {
    var before = heard;
    heard = playback;
    if (before != null && before != playback && before.isPlaying()) {
      before.pause();
    }
  }
}
