package org.juntos.media.ffmpeg;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import org.juntos.media.MediaSource;

/// Decodes received video and audio in children, as raw pictures and samples.
public final class StreamDecoding {
  private final Tools tools;
  private final Duration patience;
  private final SecureRandom random;

  /// @param patience how long a child may go without producing anything asked for
  public StreamDecoding(Tools tools, Duration patience, SecureRandom random) {
    this.tools = tools;
    this.patience = patience;
    this.random = random;
  }

  /// Makes `source` readable to children until the result is closed. Nothing is decoded yet.
  ///
  /// @throws IOException when there is no port to serve it from
  public StreamedMedia open(MediaSource source) throws IOException {
    return new StreamedMedia(tools, patience, new LoopbackMedia(source, random));
  }
}
