package org.juntos.ui.vanishing;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.Keeping;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.intent.VanishingIntent;
import org.juntos.engine.model.ConversationView;
import org.juntos.ui.fx.EngineLink;

/// How long what is said stays: in one conversation, or what is kept of all of them.
public final class StayViewModel implements AutoCloseable {
  private final EngineLink engine;
  private final @Nullable ConversationId conversation;
  private final Consumer<Problem> complain;
  private final ReadOnlyObjectWrapper<ConversationView.@Nullable Stay> stay =
      new ReadOnlyObjectWrapper<>();
  private final Subscription watch;

  /// Watches until closed.
  ///
  /// @param conversation null: all that have no setting of their own
  /// @param complain told what went wrong
  public StayViewModel(
      EngineLink engine, @Nullable ConversationId conversation, Consumer<Problem> complain) {
    this.engine = engine;
    this.conversation = conversation;
    this.complain = complain;
    if (conversation == null) {
      watch = Subscription.EMPTY;
      look();
    } else {
      watch = engine.watch(engine.models().conversations(), this::changed);
    }
  }

  /// Null until known.
  ReadOnlyObjectProperty<ConversationView.@Nullable Stay> stay() {
    return stay.getReadOnlyProperty();
  }

  /// Whether this is the setting for all.
  boolean isOfAll() {
    return conversation == null;
  }

  void setTimer(Duration after) {
    if (conversation != null) {
      submit(new VanishingIntent.SetTimer(conversation, after));
    }
  }

  /// Counts the messages that keeping history for so long would remove.
  void count(@Nullable Keeping keep, LongConsumer told) {
    engine.submit(
        new VanishingIntent.CountOlder(conversation, keep),
        outcome -> {
          switch (outcome) {
            case Outcome.Older(var messages) -> told.accept(messages);
            case Outcome.Refused(var problem) -> complain.accept(problem);
            default -> {}
          }
        });
  }

  void keep(@Nullable Keeping keep) {
    submit(new VanishingIntent.SetRetention(conversation, keep));
  }

  private void submit(Intent intent) {
    engine.submit(
        intent,
        outcome -> {
          if (outcome instanceof Outcome.Refused(var problem)) {
            complain.accept(problem);
          }
          if (conversation == null) {
            look();
          }
        });
  }

  private void look() {
    engine.submit(
        new VanishingIntent.LookAtRetention(null),
        outcome -> {
          if (outcome instanceof Outcome.Kept(var keep, _)) {
            stay.set(new ConversationView.Stay(Duration.ZERO, keep, true));
          }
        });
  }

  private void changed(List<ConversationView> conversations) {
    conversations.stream()
        .filter(one -> one.id().equals(conversation))
        .findFirst()
        .ifPresent(one -> stay.set(one.stay()));
  }

  @Override
  public void close() {
    watch.unsubscribe();
  }
}
