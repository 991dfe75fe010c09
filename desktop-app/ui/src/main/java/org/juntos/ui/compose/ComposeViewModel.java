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
import org.juntos.content.TextRanges;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.HandlingIntent.Words;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.GroupView;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.fx.Lane;

/// The message being written in one conversation. Kept while other conversations are open.
public final class ComposeViewModel {
  private final EngineLink engine;
  private final ConversationId conversation;
  private final Consumer<Problem> complain;
  private final Lane lane;
  private final Typing typing;
  private final DraftKeeper drafts;
  private final RecordingModel recording;
  private final Beside beside;
  private final StringProperty text = new SimpleStringProperty("");
  private final Saying saying = new Saying(text);
  private final LinkLook look;
  private final ReadOnlyObjectWrapper<ComposeMode> mode =
      new ReadOnlyObjectWrapper<>(new ComposeMode.Writing());
  private final ReadOnlyIntegerWrapper preparing = new ReadOnlyIntegerWrapper();
  private final PendingFiles files;
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
    files = new PendingFiles(engine, complain);
    lane = engine.lane();
    typing = new Typing(engine, conversation);
    drafts = new DraftKeeper(engine, lane, conversation);
    recording = new RecordingModel(engine, conversation, complain);
    recording.replyTo(this::replyTo);
    recording.whenSent(this::spoken);
    beside = new Beside(engine, lane, conversation, this::replyTo, this::spoken, complain);
    look = new LinkLook(engine);
    original.set(usual.getAsBoolean());
    restore();
    text.subscribe((_, now) -> typing.typed(now));
    text.subscribe((_, now) -> typed(now));
  }

  private void restore() {
    var begun = drafts.begun();
    if (begun == null) {
      return;
    }
    saying.set(begun.body(), begun.ranges());
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
    if (files.attachAgain(file.path())) {
      original.set(file.originalQuality());
    }
  }

  /// Keeps what is written over a restart.
  void keep() {
    var now = mode.get();
    drafts.keep(
        now instanceof ComposeMode.Editing(_, var draft, _) ? draft : text.get(),
        now instanceof ComposeMode.Editing(_, _, var ranges) ? ranges : saying.now(),
        now instanceof ComposeMode.Replying(var to) ? to.id() : null,
        outgoing(files().stream().filter(file -> !file.temporary()).toList()));
  }

  private List<Intent.OutgoingFile> outgoing(List<PendingFile> sent) {
    return PendingFiles.outgoing(sent, original.get());
  }

  private @Nullable MessageId replyTo() {
    return mode.get() instanceof ComposeMode.Replying(var to) ? to.id() : null;
  }

  /// A voice message, a sticker or a card has left.
  private void spoken() {
    if (mode.get() instanceof ComposeMode.Replying) {
      mode.set(new ComposeMode.Writing());
    }
    keep();
    whenSent.run();
  }

  /// Sends what is not written.
  public Beside beside() {
    return beside;
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

  /// What is said of parts of the text.
  Saying saying() {
    return saying;
  }

  /// What its link leads to.
  LinkLook look() {
    return look;
  }

  private void typed(String now) {
    if (!isEditing()) {
      look.typed(now);
    }
  }

  /// Looks at the first link of a message that is being written, after a rest.
  void rested() {
    if (!isEditing()) {
      look.rested(text.get());
    }
  }

  /// Who can be named here: the others of a group.
  List<GroupView.Member> people() {
    return MentionPicker.people(conversations(), conversation);
  }

  ObservableList<PendingFile> files() {
    return files.list();
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
    mode.set(new ComposeMode.Editing(message, text.get(), saying.now()));
    saying.set(message.body(), message.text().ranges());
  }

  /// What is written is a message of its own.
  ///
  /// @return whether it was not
  boolean cancel() {
    var before = mode.get();
    if (before instanceof ComposeMode.Editing(_, var draft, var ranges)) {
      saying.set(draft, ranges);
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
    return text.get().isBlank() && files().isEmpty();
  }

  /// Adds files to the message; folders and what cannot be read are refused, the rest is kept.
  public void attach(List<Path> paths) {
    files.attach(paths);
  }

  /// Adds a file that was made for this message only.
  void attachTemporary(Path path) {
    files.attach(path, true);
  }

  void remove(PendingFile file) {
    files.remove(file);
    if (files().isEmpty()) {
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
    if (!words.ranges().isEmpty() || words.preview() != null) {
      return new HandlingIntent.Send(List.of(conversation), words);
    }
    return to == null
        ? new Intent.SendMessage(conversation, words.body(), words.files())
        : new MessageIntent.Reply(to, words.body(), words.files());
  }

  /// Sends it so that the others are not told by sound or notification.
  void sendSilently() {
    send(words ->
        new HandlingIntent.Send(
            List.of(conversation),
            new Words(words.body(), words.files(), words.replyTo(), true)
                .saying(words.ranges(), words.preview())));
  }

  /// Sends it at a time to come.
  void sendLater(Instant at) {
    send(words -> new HandlingIntent.Schedule(conversation, words, at));
  }

  /// Sends it to these conversations, and to no other; it names people in words only.
  void sendTo(List<ConversationId> to) {
    send(words ->
        new HandlingIntent.Send(
            to,
            new Words(words.body(), words.files(), null, false)
                .saying(words.ranges().naming(_ -> false), words.preview())));
  }

  /// Where something can be sent.
  List<ConversationView> conversations() {
    return engine.models().conversations().value();
  }

  private void send(Function<Words, Intent> how) {
    if (isEmpty() || isEditing()) {
      return;
    }
    var sent =
        new Sent(
            text.get(),
            text.get().isBlank() ? TextRanges.NONE : saying.now(),
            List.copyOf(files()),
            mode.get(),
            original.get());
    var replyTo = sent.mode() instanceof ComposeMode.Replying(var to) ? to.id() : null;
    var body = sent.body().isBlank() ? "" : sent.body();
    var words =
        new Words(body, outgoing(sent.files()), replyTo, false)
            .saying(sent.ranges(), look.take(body));
    mode.set(new ComposeMode.Writing());
    text.set("");
    files().clear();
    original.set(usual.getAsBoolean());
    preparing.set(preparing.get() + sent.files().size());
    engine.submit(lane, how.apply(words), outcome -> answered(outcome, sent));
    keep();
  }

  /// The edit stays in the composer until it is taken.
  private void change(ComposeMode.Editing editing) {
    var body = text.get();
    engine.submit(
        lane,
        new MessageIntent.Edit(
            editing.message().id(),
            body.isBlank() ? "" : body,
            body.isBlank() ? TextRanges.NONE : saying.now()),
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
        saying.set(sent.body(), sent.ranges());
        files().setAll(sent.files());
        mode.set(sent.mode());
        original.set(sent.original());
        keep();
      }
    } else {
      if (outcome instanceof Outcome.Spread(_, var left)) {
        left.forEach(one -> complain.accept(one.problem()));
      }
      sent.files().forEach(files::forget);
      whenSent.run();
    }
  }

  /// Has something happen whenever a message was committed.
  public void whenSent(Runnable happens) {
    whenSent = happens;
  }
}
