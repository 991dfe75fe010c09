package org.juntos.ui.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.NoticeSound;
import org.juntos.ui.platform.ScriptNotifier.Scripts;
import org.juntos.ui.platform.notifier.Notifier;
import org.juntos.ui.platform.notifier.Notifier.Notice;

class ScriptNotifierTest {
  private static final Notice NOTICE =
      new Notice("ana", "-e Ana'; rm \"$HOME\"", "$(id) `id`\n%s", NoticeSound.SILENT, true);

  @TempDir private Path folder;

  private static List<String> shell(String script) {
    return List.of("/bin/sh", "-c", script);
  }

  /// Does all of it.
  private void shows(Scripts scripts) throws InterruptedException {
    var lane = Executors.newSingleThreadExecutor();
    var notifier = new ScriptNotifier(scripts, lane);
    notifier.show(NOTICE, _ -> {});
    notifier.withdraw("tom");
    notifier.close();
    notifier.show(NOTICE, _ -> {});
    assertTrue(lane.awaitTermination(30, TimeUnit.SECONDS));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void what_is_shown_is_a_value_and_never_a_part_of_the_script() throws Exception {
    var shown = folder.resolve("shown");
    var gone = folder.resolve("gone");
    var values = "\"$JUNTOS_KEY\" \"$JUNTOS_TITLE\" \"$JUNTOS_BODY\" \"$JUNTOS_SOUND\"";
    shows(
        new Scripts(
            _ -> shell("printf '%s|%s|%s|%s' " + values + " > " + shown),
            shell("printf %s \"$JUNTOS_KEY\" > " + gone)));
    assertEquals("ana|" + NOTICE.title() + "|" + NOTICE.body() + "|no", Files.readString(shown));
    assertEquals("tom", Files.readString(gone));
  }

  @Test
  void a_system_without_the_host_shows_nothing_and_goes_on() throws Exception {
    shows(new Scripts(_ -> List.of(folder.resolve("nothing").toString()), List.of()));
    assertFalse(Files.exists(folder.resolve("nothing")));
  }

  @Test
  void each_system_has_its_way() {
    assertSame(Notifier.SILENT, SystemNotifiers.of("SunOS"));
    for (var system : List.of("Windows 11", "Mac OS X")) {
      try (var notifier = SystemNotifiers.of(system)) {
        assertTrue(notifier instanceof ScriptNotifier, system);
      }
    }
  }
}
