package org.juntos.ui.platform.tray;

import java.util.function.Consumer;

/// A small picture of Juntos beside the system's clock, by which the window is brought back. Calls
/// come from any thread, do not block, and never fail: a system that shows no such pictures shows
/// none.
public interface Tray extends AutoCloseable {
  /// Where there is no such way.
  Tray NONE =
      new Tray() {
        @Override
        public void showCount(int waiting) {}

        @Override
        public void close() {}
      };

  /// Shows how many messages wait; 0 for none.
  void showCount(int waiting);

  /// Takes the picture away.
  @Override
  void close();

  /// What it leads to; told on any thread.
  ///
  /// @param open the person wants to see the window
  /// @param quit the person wants the program to end
  /// @param there whether the picture is shown: told once that is known, and when it changes
  record Deeds(Runnable open, Runnable quit, Consumer<Boolean> there) {}
}
