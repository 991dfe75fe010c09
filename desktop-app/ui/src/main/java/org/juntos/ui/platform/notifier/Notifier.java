package org.juntos.ui.platform.notifier;

import java.util.function.Consumer;
import org.juntos.content.NoticeSound;

/// Tells the person something outside of the window, the way their system does it. Calls come from
/// any thread, do not block, and never fail: a system that cannot do it does not do it.
public interface Notifier extends AutoCloseable {
  /// Where there is no such way.
  Notifier SILENT =
      new Notifier() {
        @Override
        public void show(Notice notice, Consumer<? super Answer> answered) {}

        @Override
        public void withdraw(String key) {}

        @Override
        public void showCount(int waiting) {}

        @Override
        public void close() {}
      };

  /// Shows a notice, in place of the one of the same key.
  ///
  /// @param answered told what the person does with it, on any thread
  void show(Notice notice, Consumer<? super Answer> answered);

  /// Takes back the notice of a key, if it is shown.
  void withdraw(String key);

  /// Shows at the program's icon how many messages wait; 0 for none.
  void showCount(int waiting);

  /// Takes back all that is shown.
  @Override
  void close();

  /// @param key what it is about
  /// @param title plain text on one line
  /// @param body plain text, a few lines
  /// @param answerable whether it can be answered and marked as read
  record Notice(String key, String title, String body, NoticeSound sound, boolean answerable) {
    /// The same with another sound.
    public Notice with(NoticeSound other) {
      return new Notice(key, title, body, other, answerable);
    }
  }

  /// What the person does with a notice.
  sealed interface Answer {
    record Opened() implements Answer {}

    record Read() implements Answer {}

    record Replied(String text) implements Answer {}
  }
}
