package org.juntos.ui.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.DetailsView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.FoundView;
import org.juntos.engine.model.ScheduledView;
import org.juntos.engine.model.SessionView;
import org.juntos.ui.fx.EngineLink;

/// What the person does with messages that are there beside changing them.
public final class HandlingDeeds {
  private static final int MOST_STARRED = 500;

  private final EngineLink engine;
  private final Consumer<Problem> complain;

  /// @param complain told what went wrong
  public HandlingDeeds(EngineLink engine, Consumer<Problem> complain) {
    this.engine = engine;
    this.complain = complain;
  }

  void star(List<EntryView> messages, boolean starred) {
    engine.attempt(new HandlingIntent.Star(ids(messages), starred), complain);
  }

  void pin(MessageId message, boolean pinned) {
    engine.attempt(new HandlingIntent.Pin(message, pinned), complain);
  }

  /// Passes messages on; complains of what was not taken.
  void forward(List<EntryView> messages, List<ConversationId> to) {
    engine.submit(
        new HandlingIntent.Forward(ids(messages), to),
        outcome -> {
          switch (outcome) {
            case Outcome.Refused(var problem) -> complain.accept(problem);
            case Outcome.Spread(_, var left) -> left.forEach(this::complainOf);
            default -> {}
          }
        });
  }

  private void complainOf(Outcome.Spread.Left left) {
    var problem = left.problem();
    var where =
        conversations().stream()
            .filter(one -> one.id().equals(left.conversation()))
            .map(one -> one.contact().name() + ": ")
            .findFirst()
            .orElse("");
    complain.accept(
        new Problem(
            problem.code(), where + problem.sentence(), problem.nextStep(), problem.requestId()));
  }

  /// Sends a message that has failed without one of its files.
  void retryWithout(AttachmentView file) {
    engine.attempt(new Intent.RetryWithout(file.message(), file.index()), complain);
  }

  void details(MessageId message, Consumer<DetailsView> told) {
    engine.<Optional<DetailsView>>fetch(
        () -> Optional.ofNullable(engine.models().handling().details(message)),
        found -> found.ifPresent(told));
  }

  /// What leaves later in a conversation, the next first.
  void scheduled(ConversationId in, Consumer<List<ScheduledView>> told) {
    engine.fetch(
        () ->
            engine.models().handling().scheduled().stream()
                .filter(one -> one.conversation().equals(in))
                .toList(),
        told);
  }

  void sendNow(MessageId scheduled) {
    engine.attempt(new HandlingIntent.SendScheduled(scheduled), complain);
  }

  void cancel(MessageId scheduled) {
    engine.attempt(new HandlingIntent.CancelScheduled(scheduled), complain);
  }

  void reschedule(MessageId scheduled, Instant at) {
    engine.attempt(new HandlingIntent.Reschedule(scheduled, null, at), complain);
  }

  /// Those that were starred last, first.
  public void starred(Consumer<List<FoundView>> told) {
    engine.fetch(() -> engine.models().handling().starred(0, MOST_STARRED), told);
  }

  /// Where something can be sent.
  public List<ConversationView> conversations() {
    return engine.models().conversations().value();
  }

  /// What the person calls themselves.
  String self() {
    return engine.models().session().value() instanceof SessionView.Ready ready
        ? ready.name()
        : "You";
  }

  private static List<MessageId> ids(List<EntryView> messages) {
    return messages.stream().map(EntryView::id).toList();
  }
}
