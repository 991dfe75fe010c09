package org.juntos.ui.platform;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.juntos.content.NoticeSound;
import org.juntos.ui.platform.notifier.Notifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notifications by the scripting host that the system brings along: PowerShell on Windows,
/// AppleScript on macOS. What is shown is given as values of the environment or as arguments, never
/// as a part of the script. A click leads nowhere and nothing can be answered: that takes a program
/// that is registered with the system.
final class ScriptNotifier implements Notifier {
  private static final Logger LOG = LoggerFactory.getLogger(ScriptNotifier.class);
  private static final long PATIENCE_SECONDS = 20;

  private final ExecutorService lane;
  private final Scripts scripts;

  /// How one system does it.
  ///
  /// @param show the command that shows a notice
  /// @param withdraw the command that takes one back, with its key in `JUNTOS_KEY`; empty where
  ///   that cannot be done
  record Scripts(Function<Notice, List<String>> show, List<String> withdraw) {
    Scripts {
      withdraw = List.copyOf(withdraw);
    }
  }

  /// @param lane one thread; ended when this is closed
  ScriptNotifier(Scripts scripts, ExecutorService lane) {
    this.scripts = scripts;
    this.lane = lane;
  }

  ScriptNotifier(Scripts scripts) {
    this(
        scripts,
        Executors.newSingleThreadExecutor(Thread.ofVirtual().name("juntos-notifier").factory()));
  }

  @Override
  public void show(Notice notice, Consumer<? super Answer> answered) {
    var sound = notice.sound() == NoticeSound.SILENT ? "no" : "yes";
    later(
        scripts.show.apply(notice),
        Map.of(
            "JUNTOS_KEY",
            notice.key(),
            "JUNTOS_TITLE",
            notice.title(),
            "JUNTOS_BODY",
            notice.body(),
            "JUNTOS_SOUND",
            sound));
  }

  @Override
  public void withdraw(String key) {
    if (!scripts.withdraw.isEmpty()) {
      later(scripts.withdraw, Map.of("JUNTOS_KEY", key));
    }
  }

  @Override
  public void showCount(int waiting) {} // the title of the window says it

  @Override
  public void close() {
    lane.shutdown();
  }

  private void later(List<String> command, Map<String, String> values) {
    try {
      lane.execute(() -> run(command, values));
    } catch (RejectedExecutionException _) {
      LOG.debug("nothing is shown any more");
    }
  }

  private static void run(List<String> command, Map<String, String> values) {
    try {
      var builder =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().putAll(values);
      var process = builder.start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) { // there is no such host
      LOG.debug("not shown: {}", e.getClass().getSimpleName());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
