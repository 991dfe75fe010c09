package org.juntos.media.playback;

import java.util.function.LongSupplier;
import org.juntos.media.MediaSource;
import org.juntos.media.ffmpeg.StreamDecoding;

/// Opens players whose decoders are child processes.
public final class ChildPlayers implements PlayerFactory {
  private final StreamDecoding decoding;
  private final AudioOutput output;
  private final LongSupplier nanos;

  /// @param nanos monotonic time, the clock of what has no sound
  public ChildPlayers(StreamDecoding decoding, AudioOutput output, LongSupplier nanos) {
    this.decoding = decoding;
    this.output = output;
    this.nanos = nanos;
  }

  @Override
  public Player open(MediaSource source, Bounds bounds, PlayerListener listener) {
    return new ChildPlayer(decoding, output, nanos, source, bounds, listener).started();
  }
}
