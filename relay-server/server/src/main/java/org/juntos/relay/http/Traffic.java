package org.juntos.relay.http;

import org.jspecify.annotations.Nullable;
import org.juntos.wire.ErrorCode;

/// Is told what passes, for counting. Its methods return at once.
public interface Traffic {
  /// A request is about to be answered.
  ///
  /// @param method as the route names it; `?` when there is no such route
  /// @param template path with `*` for what varies; `?` when there is no such route
  /// @param refused null when it was not refused
  /// @param nanos from the request's head until the answer is ready
  void answered(
      String method, String template, int status, @Nullable ErrorCode refused, long nanos);

  /// So many envelopes went out to a device.
  void delivered(int envelopes);
}
