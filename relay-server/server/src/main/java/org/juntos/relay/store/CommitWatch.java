package org.juntos.relay.store;

/// Is told of each commit, on the writer's thread; must return at once.
public interface CommitWatch {
  /// `changes` became durable together; the commit took `nanos`.
  void committed(int changes, long nanos);
}
