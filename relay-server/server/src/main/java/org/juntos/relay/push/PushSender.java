package org.juntos.relay.push;

import java.io.IOException;
import java.time.Duration;

/// Pushes to one kind of target. Thread-safe.
///
/// @param <T> what it pushes to
public interface PushSender<T extends PushTarget> extends AutoCloseable {
  /// Asks the push service to wake the device; blocks for seconds at most.
  ///
  /// @throws IOException when it is not known whether it will: another try does no harm
  Pushed push(T target) throws IOException;

  @Override
  default void close() {}

  /// What the push service said.
  sealed interface Pushed {
    /// It will wake the device.
    record Taken() implements Pushed {}

    /// It does not know the device, now and for ever.
    record Gone() implements Pushed {}

    /// Not now.
    ///
    /// @param after zero when it did not say how long to wait
    record Later(Duration after) implements Pushed {}

    /// It will not take it.
    ///
    /// @param why a few words for the operator
    record Refused(String why) implements Pushed {}
  }
}
