package org.juntos.ui.compose;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.CardIntent;
import org.juntos.engine.intent.CardIntent.To;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.HandlingIntent.Words;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.intent.StickerIntent;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.EntryView;
import org.juntos.ui.card.CardSending;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.fx.Lane;
import org.juntos.wire.Bytes;

/// The message being written in one conversation. Kept while other conversations are open.
public final class ComposeViewModel implements CardSending {
  private final EngineLink engine;
  private final ConversationId conversation;
  private final Consumer<Problem> complain;
  private final Lane lane;
  private final Typing typing;
  private final DraftKeeper drafts;
  private final RecordingModel recording;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<ComposeMode> mode =
      new ReadOnlyObjectWrapper<>(new ComposeMode.Writing());
  private final ReadOnlyIntegerWrapper preparing = new ReadOnlyIntegerWrapper();
  private final PendingFiles pending;
  private final ObservableList<PendingFile> files;
  private final BooleanProperty original = new SimpleBooleanProperty();
  private final BooleanSupplier usual;
  private Runnable whenSent = () -> {};

  /// @param usual whether files leave in original quality while the person says nothing else
  /// @param complain told what went wrong
  public ComposeViewModel(
      EngineLink engine,
      ConversationId conversation,
      BooleanSupplier usual,
      Consumer<Problem> complain) {
    this.usual = usual;
    this.engine = engine;
    this.conversation = conversation;
    this.complain = complain;
    lane = engine.lane();
    pending = new PendingFiles(engine, complain);
    files = pending.all();
    typing = new Typing(engine, conversation);
    drafts = new DraftKeeper(engine, lane, conversation);
    recording = new RecordingModel(engine, conversation, complain);
    recording.replyTo(this::replyTo);
    recording.whenSent(this::spoken);
    original.set(usual.getAsBoolean());
    restore();
    text.subscribe((_, now) -> typing.typed(now));
  }

  private void restore() {
    var begun = drafts.begun();
    if (begun == null) {
      return;
    }
    text.set(begun.body());
    begun.files().forEach(this::attachAgain);
    var replyTo = begun.replyTo();
    if (replyTo != null) {
      drafts.find(
          replyTo,
          entry -> {
            if (mode.get() instanceof ComposeMode.Writing) {
              mode.set(new ComposeMode.Replying(entry));
            }
          });
    }
  }

  private void attachAgain(Intent.OutgoingFile file) {
    if (pending.again(file.path())) {
      original.set(file.originalQuality());
    }
  }

  /// Keeps what is written over a restart.
  void keep() {
    var now = mode.get();
    drafts.keep(
        now instanceof ComposeMode.Editing(_, var draft) ? draft : text.get(),
        now instanceof ComposeMode.Replying(var to) ? to.id() : null,
        outgoing(files.stream().filter(file -> !file.temporary()).toList()));
  }

  private List<Intent.OutgoingFile> outgoing(List<PendingFile> files) {
    return files.stream()
        .map(file -> new Intent.OutgoingFile(file.path(), original.get(), false))
        .toList();
  }

  private @Nullable MessageId replyTo() {
    return mode.get() instanceof ComposeMode.Replying(var to) ? to.id() : null;
  }

  /// A voice message or a sticker has left.
  private void spoken() {
    if (mode.get() instanceof ComposeMode.Replying) {
      mode.set(new ComposeMode.Writing());
    }
    keep();
    whenSent.run();
  }

  /// Sends a sticker.
  void sendSticker(Bytes pack, int number) {
    engine.submit(
        lane,
        new StickerIntent.Send(conversation, pack, number, replyTo()),
        outcome -> {
          if (outcome instanceof Outcome.Refused(var problem)) {
            complain.accept(problem);
          } else {
            spoken();
          }
        });
  }

  /// The voice message that is made here.
  RecordingModel recording() {
    return recording;
  }

  /// Whether the photos, videos and sound of this message are not made smaller.
  BooleanProperty original() {
    return original;
  }

  StringProperty text() {
    return text;
  }

  ObservableList<PendingFile> files() {
    return files;
  }

  /// Files of sent messages that are still being made ready.
  ReadOnlyIntegerProperty preparing() {
    return preparing.getReadOnlyProperty();
  }

  /// What becomes of what is written.
  ReadOnlyObjectProperty<ComposeMode> mode() {
    return mode.getReadOnlyProperty();
  }

  /// What is written replies to a message.
  void reply(EntryView message) {
    cancel();
    mode.set(new ComposeMode.Replying(message));
  }

  /// What is written takes the place of the text of a message.
  void edit(EntryView message) {
    cancel();
    mode.set(new ComposeMode.Editing(message, text.get()));
    text.set(message.body());
  }

  /// What is written is a message of its own.
  ///
  /// @return whether it was not
  boolean cancel() {
    var before = mode.get();
    if (before instanceof ComposeMode.Editing(_, var draft)) {
      text.set(draft);
    }
    mode.set(new ComposeMode.Writing());
    return !(before instanceof ComposeMode.Writing);
  }

  /// Whether a message that is there is being changed.
  boolean isEditing() {
    return mode.get() instanceof ComposeMode.Editing;
  }

  /// Whether there is anything to send.
  boolean isEmpty() {
    return text.get().isBlank() && files.isEmpty();
  }

  /// Adds files to the message; folders and what cannot be read are refused, the rest is kept.
  public void attach(List<Path> paths) {
    pending.add(paths);
  }

  /// Adds a file that was made for this message only.
  void attachTemporary(Path path) {
    pending.add(path, true);
  }

  void remove(PendingFile file) {
    files.remove(file);
    pending.forget(file);
    if (files.isEmpty()) {
      original.set(usual.getAsBoolean());
    }
  }

  /// Sends what is there; puts it back when it is refused and nothing else was written meanwhile.
  void send() {
    if (mode.get() instanceof ComposeMode.Editing editing) {
      change(editing);
    } else {
      send(this::plainly);
    }
  }

  private Intent plainly(Words words) {
    var to = words.replyTo();
    return to == null
        ? new Intent.SendMessage(conversation, words.body(), words.files())
        : new MessageIntent.Reply(to, words.body(), words.files());
  }

  /// Sends it so that the others are not told by sound or notification.
  void sendSilently() {
    send(words ->
        new HandlingIntent.Send(
            List.of(conversation), new Words(words.body(), words.files(), words.replyTo(), true)));
  }

  /// Sends it at a time to come.
  void sendLater(Instant at) {
    send(words -> new HandlingIntent.Schedule(conversation, words, at));
  }

  /// Sends it to these conversations, and to no other.
  void sendTo(List<ConversationId> to) {
    send(words -> new HandlingIntent.Send(to, new Words(words.body(), words.files(), null, false)));
  }

  /// A reply is one to the message that the next words were to reply to.
  @Override
  public void send(Function<To, CardIntent> card, Consumer<Outcome> answered) {
    var before = mode.get();
    var replyTo = before instanceof ComposeMode.Replying(var to) ? to.id() : null;
    engine.submit(
        lane,
        card.apply(new To(conversation, replyTo, false)),
        outcome -> {
          if (!(outcome instanceof Outcome.Refused)) {
            if (mode.get().equals(before)) {
              cancel();
            }
            whenSent.run();
          }
          answered.accept(outcome);
        });
  }

  @Override
  public List<ContactView> contacts() {
    return engine.models().contacts().value().stream()
        .filter(one -> one.standing() == ContactView.Standing.ACCEPTED)
        .toList();
  }

  /// Where something can be sent.
  List<ConversationView> conversations() {
    return engine.models().conversations().value();
  }

  private void send(Function<Words, Intent> how) {
    if (isEmpty() || isEditing()) {
      return;
    }
    var sent = new Sent(text.get(), List.copyOf(files), mode.get(), original.get());
    var replyTo = sent.mode() instanceof ComposeMode.Replying(var to) ? to.id() : null;
    var body = sent.body().isBlank() ? "" : sent.body();
    var words = new Words(body, outgoing(sent.files()), replyTo, false);
    mode.set(new ComposeMode.Writing());
    text.set("");
    files.clear();
    original.set(usual.getAsBoolean());
    preparing.set(preparing.get() + sent.files().size());
    engine.submit(lane, how.apply(words), outcome -> answered(outcome, sent));
    keep();
  }

  /// What was in the composer when it was sent.
  private record Sent(String body, List<PendingFile> files, ComposeMode mode, boolean original) {}

  /// The edit stays in the composer until it is taken.
  private void change(ComposeMode.Editing editing) {
    var body = text.get();
    engine.submit(
        lane,
        new MessageIntent.Edit(editing.message().id(), body.isBlank() ? "" : body),
        outcome -> {
          if (outcome instanceof Outcome.Refused(var problem)) {
            complain.accept(problem);
          } else if (mode.get().equals(editing)) {
            cancel();
          }
        });
  }

  private void answered(Outcome outcome, Sent sent) {
    preparing.set(preparing.get() - sent.files().size());
    if (outcome instanceof Outcome.Refused(var problem)) {
      complain.accept(problem);
      if (isEmpty()) {
        text.set(sent.body());
        files.setAll(sent.files());
        mode.set(sent.mode());
        original.set(sent.original());
        keep();
      }
    } else {
      if (outcome instanceof Outcome.Spread(_, var left)) {
        left.forEach(one -> complain.accept(one.problem()));
      }
      sent.files().forEach(pending::forget);
      whenSent.run();
    }
  }

  /// Has something happen whenever a message was committed.
  public void whenSent(Runnable happens) {
    whenSent = happens;
  }
}
