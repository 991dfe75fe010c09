package org.juntos.relay.push;

/// Is told what becomes of pushes. Its methods return at once.
public interface PushWatch {
  /// A push service has taken one.
  void sent();

  /// One was given up, or a push service will not take it.
  void failed();

  /// A push service does not know the device any more, which is not woken from now on.
  void dropped();
}
