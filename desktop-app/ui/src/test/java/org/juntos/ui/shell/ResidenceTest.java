package org.juntos.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.event.Event;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Protection;
import org.juntos.engine.model.SessionView;
import org.juntos.ui.fake.FakeDesktop;
import org.juntos.ui.fake.FakeEngine;
import org.juntos.ui.fake.FakeMedia;
import org.juntos.ui.fake.FakeRecorders;
import org.juntos.ui.fake.Samples;
import org.juntos.ui.fake.Toolkit;
import org.juntos.ui.platform.UiServices;
import org.juntos.ui.platform.UiSettings;

@ExtendWith(Toolkit.class)
class ResidenceTest {
  @TempDir private Path folder;
  private final FakeEngine engine = new FakeEngine();

  @SuppressWarnings("NullAway.Init")
  private FakeDesktop desktop;

  @SuppressWarnings("NullAway.Init")
  private DesktopUi ui;

  @SuppressWarnings("NullAway.Init")
  private Stage stage;

  private int ends;

  private void live(boolean inTray, SessionView session) {
    engine.session.set(session);
    engine.conversations.set(List.of(Samples.conversation(Samples.ANA, 3)));
    desktop = new FakeDesktop(folder);
    Toolkit.run(() -> {
      var media = new FakeMedia();
      ui =
          new DesktopUi(
              engine,
              engine,
              new UiServices(
                  media,
                  media,
                  new FakeRecorders(),
                  desktop,
                  () -> Samples.NOON,
                  ZoneOffset.UTC,
                  Locale.UK));
      stage = new Stage();
      ui.live(stage, inTray, () -> ends++);
    });
    Toolkit.draw();
  }

  @AfterEach
  void end() {
    Toolkit.run(() -> {
      stage.hide();
      ui.close();
    });
    assertTrue(desktop.closed, "the picture goes with the window");
  }

  private void close() {
    Toolkit.run(
        () -> Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    Toolkit.draw();
  }

  private void tray(boolean there) {
    desktop.deeds.there().accept(there);
    Toolkit.draw();
  }

  private boolean isShown() {
    return Toolkit.call(() -> stage.isShowing());
  }

  @Test
  void closed_it_goes_on_in_the_tray_and_a_click_brings_the_window_back_as_it_was() {
    live(false, Samples.READY);
    tray(true);
    Toolkit.run(() -> ui.openConversation(Samples.ANA.conversation()));
    Toolkit.draw();
    assertEquals(1, engine.openTimelines);
    close();
    assertFalse(isShown());
    assertEquals(0, ends);
    assertEquals(0, engine.openTimelines, "what only a window needs is let go");
    assertEquals(3, desktop.count);
    desktop.deeds.open().run();
    Toolkit.draw();
    assertTrue(isShown());
    assertEquals(1, engine.openTimelines);
    desktop.deeds.quit().run();
    Toolkit.draw();
    assertEquals(1, ends);
  }

  @Test
  void another_start_brings_the_window_back_from_the_tray() {
    live(true, Samples.READY);
    tray(true);
    var shown = new AtomicBoolean();
    ui.bring(() -> shown.set(stage.isShowing()));
    Toolkit.draw();
    assertTrue(shown.get(), "told when it is there");
    assertTrue(isShown());
    Toolkit.run(() -> stage.setIconified(true));
    ui.bring(() -> {});
    Toolkit.draw();
    assertFalse(Toolkit.call(stage::isIconified));
  }

  @Test
  void closed_it_ends_where_there_is_no_tray_or_the_person_does_not_want_it() {
    live(false, Samples.READY);
    close();
    assertEquals(1, ends);
    tray(false);
    close();
    assertEquals(2, ends);
    tray(true);
    Toolkit.run(() -> {
      stage.hide();
      ui.close();
    });
    UiSettings.in(folder).keep("tray.stays", "no");
    live(false, Samples.READY);
    tray(true);
    close();
    assertEquals(3, ends);
  }

  @Test
  void started_in_the_tray_it_shows_no_window_until_there_is_no_tray() {
    live(true, Samples.READY);
    tray(true);
    assertFalse(isShown());
    tray(false);
    assertTrue(isShown(), "nobody could get at it any more");
  }

  @Test
  void started_in_the_tray_it_shows_a_window_when_the_person_is_needed() {
    live(true, new SessionView.Locked(false));
    tray(true);
    assertTrue(isShown());
  }

  @Test
  void started_in_the_tray_the_keyring_opens_the_profile() {
    live(true, new SessionView.Locked(true));
    tray(true);
    assertFalse(isShown());
    assertEquals(new Intent.Unlock(new Protection.Keyring()), engine.last());
    engine.session.set(Samples.READY);
    Toolkit.draw();
    assertFalse(isShown());
  }

  @Test
  void a_keyring_that_does_not_open_it_brings_the_window() {
    engine.refuse("keyring-unavailable");
    live(true, new SessionView.Locked(true));
    tray(true);
    Toolkit.draw();
    assertTrue(isShown());
  }

  @Test
  void it_may_start_in_the_tray_always() {
    UiSettings.in(folder).keep("tray.starts", "yes");
    live(false, Samples.READY);
    tray(true);
    assertFalse(isShown());
  }
}
