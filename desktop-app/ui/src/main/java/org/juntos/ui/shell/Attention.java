package org.juntos.ui.shell;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.Problem;
import org.juntos.ui.control.Times;
import org.juntos.ui.conversationlist.ConversationListViewModel;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.notice.Announcer;
import org.juntos.ui.notice.NoticeDesk;
import org.juntos.ui.notice.NoticeSettings;
import org.juntos.ui.platform.Device;
import org.juntos.ui.platform.UiSettings;

/// What calls for the person when they look elsewhere: notices outside of the window, and how many
/// messages wait.
final class Attention {
  private final EngineLink engine;
  private final Device device;
  private final NoticeSettings settings;
  private final Times times;
  private final BooleanSupplier watched;
  private final Consumer<Problem> complain;
  private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
  private Runnable raise = () -> {};
  private Subscription telling = Subscription.EMPTY;

  /// @param watched whether the person is looking at the window
  Attention(
      EngineLink engine,
      Device device,
      UiSettings settings,
      Times times,
      BooleanSupplier watched,
      Consumer<Problem> complain) {
    this.engine = engine;
    this.device = device;
    this.settings = new NoticeSettings(settings);
    this.times = times;
    this.watched = watched;
    this.complain = complain;
  }

  /// What a device shows of what comes in.
  NoticeSettings settings() {
    return settings;
  }

  /// How many messages wait for the person.
  ReadOnlyIntegerProperty waiting() {
    return waiting.getReadOnlyProperty();
  }

  /// Brings the window to the front when the person answers a notice.
  void whenCalled(Runnable toFront) {
    raise = toFront;
  }

  /// Tells what comes into the conversations of a list, until the end.
  ///
  /// @param open shows one of them
  void begin(ConversationListViewModel list, Consumer<ConversationId> open) {
    var desk =
        new NoticeDesk(
            engine,
            new Announcer(device.notifier(), device.chimes(), settings, times),
            settings,
            times,
            new NoticeDesk.Doors(
                () -> watched.getAsBoolean() ? list.open().get() : null,
                id -> show(id, open),
                complain));
    waiting.bind(list.waiting());
    telling =
        waiting
            .subscribe(now -> desk.showCount(now.intValue()))
            .and(list.open().subscribe(id -> opened(desk, id)))
            .and(desk::close);
  }

  private static void opened(NoticeDesk desk, @Nullable ConversationId conversation) {
    if (conversation != null) {
      desk.lookedAt(conversation);
    }
  }

  private void show(@Nullable ConversationId conversation, Consumer<ConversationId> open) {
    raise.run();
    if (conversation != null) {
      open.accept(conversation);
    }
  }

  /// Tells nothing any more.
  void end() {
    telling.unsubscribe();
    telling = Subscription.EMPTY;
    waiting.unbind();
    waiting.set(0);
  }
}
