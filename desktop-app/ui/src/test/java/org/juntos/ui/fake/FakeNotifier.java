package org.juntos.ui.fake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.juntos.ui.platform.notifier.Notifier;

/// Keeps what is shown.
public final class FakeNotifier implements Notifier {
  public final Map<String, Notice> shown = new LinkedHashMap<>();
  public final Map<String, Consumer<? super Answer>> answers = new LinkedHashMap<>();
  public int count;

  @Override
  public void show(Notice notice, Consumer<? super Answer> answered) {
    shown.put(notice.key(), notice);
    answers.put(notice.key(), answered);
  }

  @Override
  public void withdraw(String key) {
    shown.remove(key);
    answers.remove(key);
  }

  @Override
  public void showCount(int waiting) {
    count = waiting;
  }

  @Override
  public void close() {
    shown.clear();
  }
}
