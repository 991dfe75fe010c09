package org.juntos.ui.status;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.StatusView;
import org.juntos.engine.model.StatusesView;
import org.juntos.ui.control.Times;
import org.juntos.ui.fx.EngineLink;
import org.juntos.wire.AccountId;

/// All statuses, and what can be done with them.
public final class StatusesViewModel implements AutoCloseable {
  private final EngineLink engine;
  private final Times times;
  private final Consumer<Problem> complain;
  private final ReadOnlyObjectWrapper<@Nullable StatusesView> view = new ReadOnlyObjectWrapper<>();
  private final Subscription watch;

  /// Watches until closed.
  ///
  /// @param complain shows what went wrong
  public StatusesViewModel(EngineLink engine, Times times, Consumer<Problem> complain) {
    this.engine = engine;
    this.times = times;
    this.complain = complain;
    watch = engine.watch(engine.models().statuses(), view::set);
  }

  /// Null until known.
  public ReadOnlyObjectProperty<@Nullable StatusesView> view() {
    return view.getReadOnlyProperty();
  }

  EngineLink engine() {
    return engine;
  }

  Times times() {
    return times;
  }

  /// Those of one author; one's own too. Empty when there are none any more.
  List<StatusView> of(AccountId author) {
    var now = view.get();
    if (now == null) {
      return List.of();
    }
    if (isMine(now, author)) {
      return now.mine();
    }
    return now.others().stream()
        .filter(other -> other.account().equals(author))
        .findFirst()
        .map(StatusesView.Author::statuses)
        .orElse(List.of());
  }

  /// Whether there is anything of an author to look at.
  public boolean has(AccountId author) {
    return !of(author).isEmpty();
  }

  private static boolean isMine(StatusesView now, AccountId author) {
    return !now.mine().isEmpty() && now.mine().getFirst().author().equals(author);
  }

  /// How an author is called; empty for oneself.
  String name(AccountId author) {
    var now = view.get();
    return now == null
        ? ""
        : now.others().stream()
            .filter(other -> other.account().equals(author))
            .findFirst()
            .map(StatusesView.Author::name)
            .orElse("");
  }

  /// Contacts who can be chosen to see statuses.
  List<ContactView> contacts() {
    return engine.models().contacts().value().stream()
        .filter(contact -> contact.standing() == ContactView.Standing.ACCEPTED)
        .toList();
  }

  void viewed(StatusView status) {
    engine.submit(new Intent.ViewStatus(status.author(), status.id()), _ -> {}); // it may be over
  }

  void delete(MessageId status) {
    submit(new Intent.DeleteStatus(status));
  }

  void retry(MessageId status) {
    submit(new Intent.RetryStatus(status));
  }

  void mute(AccountId author, boolean muted) {
    submit(new Intent.MuteStatuses(author, muted));
  }

  void setReceipts(boolean on) {
    submit(new Intent.SetStatusReceipts(on));
  }

  /// @param done runs when the reply is on its way
  void reply(StatusView status, String text, Runnable done) {
    engine.submit(
        new Intent.ReplyToStatus(status.author(), status.id(), text),
        outcome -> {
          if (outcome instanceof Outcome.Refused(var problem)) {
            complain.accept(problem);
          } else {
            done.run();
          }
        });
  }

  private void submit(Intent intent) {
    engine.attempt(intent, complain);
  }

  @Override
  public void close() {
    watch.unsubscribe();
  }
}
