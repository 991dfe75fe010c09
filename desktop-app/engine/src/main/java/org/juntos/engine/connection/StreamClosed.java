package org.juntos.engine.connection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.ErrorCode;

/// Why a stream is over, or never was.
public sealed interface StreamClosed {
  /// This side closed it.
  record Wanted() implements StreamClosed {}

  /// The network, or whatever is between here and the relay.
  ///
  /// @param why one plain sentence
  record Lost(String why) implements StreamClosed {
    /// When nothing comes any more.
    public static Lost silent() {
      return new Lost(LossWords.SILENT);
    }
  }

  /// The relay ended it in good order, for instance to restart.
  ///
  /// @param code WebSocket close code
  record Ended(int code, String reason) implements StreamClosed {}

  /// A newer stream of the same device took its place.
  record Replaced() implements StreamClosed {}

  /// The relay did not let this device in.
  ///
  /// @param requestId what the relay's log calls the request
  /// @param retryAfter when another try makes sense; null when the relay did not say
  record Refused(ErrorCode code, String requestId, @Nullable Duration retryAfter, String detail)
      implements StreamClosed {}

  /// Whoever answered is not the relay of the invite link: its key is another one.
  record Untrusted(String why) implements StreamClosed {}
}
