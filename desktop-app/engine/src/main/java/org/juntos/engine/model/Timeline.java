package org.juntos.engine.model;

/// An open conversation. The window starts at the newest page and follows it; it grows backwards on
/// demand. It can be moved to an older place; there it follows nothing until it has grown to the
/// end again.
public interface Timeline extends AutoCloseable {
  Live<TimelineView> view();

  /// Adds a page of older entries. Blocks on the store: never on the JavaFX thread.
  void loadOlder();

  /// Adds a page of newer entries, if the window does not reach to the end. Blocks on the store.
  default void loadNewer() {}

  /// Shows the entries around `row` instead; Long.MAX_VALUE: the newest. Blocks on the store.
  default void show(long row) {}

  @Override
  void close();
}
