package org.juntos.engine.model;

/// An open conversation. The window starts at the newest page and follows it; it grows backwards on
/// demand.
public interface Timeline extends AutoCloseable {
  Live<TimelineView> view();

  /// Adds a page of older entries. Blocks on the store: never on the JavaFX thread.
  void loadOlder();

  @Override
  void close();
}
