package org.juntos.ui.conversationlist;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.juntos.content.Choice;
import org.juntos.content.ConversationId;
import org.juntos.content.NoticeSound;
import org.juntos.content.Notices;
import org.juntos.engine.intent.ChoiceIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.PersonalView;
import org.juntos.ui.control.Times;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.platform.notifier.Chimes;

/// What a person chooses about a conversation, from its menus.
public final class Choosing {
  private final EngineLink engine;
  private final Times times;
  private final Chimes chimes;
  private final Consumer<Problem> complain;

  /// @param chimes a sound that is chosen is heard
  /// @param complain told what went wrong
  public Choosing(EngineLink engine, Times times, Chimes chimes, Consumer<Problem> complain) {
    this.engine = engine;
    this.times = times;
    this.chimes = chimes;
    this.complain = complain;
  }

  Instant now() {
    return times.now();
  }

  /// What there is beside conversations, as it is now.
  PersonalView personal() {
    return engine.models().personal().value();
  }

  void choose(Choice choice) {
    attempt(new ChoiceIntent.Choose(choice));
  }

  void mute(ConversationId conversation, Duration length) {
    choose(new Choice.Muted(conversation, times.now().plus(length)));
  }

  void muteAlways(ConversationId conversation) {
    choose(new Choice.Muted(conversation, Choice.FOREVER));
  }

  void unmute(ConversationId conversation) {
    choose(new Choice.Muted(conversation, Instant.EPOCH));
  }

  void archive(ConversationId conversation, boolean archived) {
    choose(new Choice.Archived(conversation, archived));
  }

  void markUnread(ConversationId conversation, boolean unread) {
    choose(new Choice.MarkedUnread(conversation, unread));
  }

  void notices(ConversationId conversation, Notices notices) {
    choose(new Choice.Notified(conversation, notices));
  }

  void sound(ConversationId conversation, NoticeSound sound) {
    chimes.play(sound);
    choose(new Choice.Sounds(conversation, sound));
  }

  void pin(ConversationId conversation, boolean pinned) {
    attempt(new ChoiceIntent.Pin(conversation, pinned));
  }

  void place(ConversationId conversation, int place) {
    attempt(new ChoiceIntent.PlacePinned(conversation, place));
  }

  void put(UUID folder, ConversationId conversation, boolean inside) {
    attempt(new ChoiceIntent.PutInFolder(folder, conversation, inside));
  }

  /// Makes a folder.
  ///
  /// @param whenMade gets it
  void make(String name, Consumer<UUID> whenMade) {
    engine.submit(
        new ChoiceIntent.MakeFolder(name),
        outcome -> {
          switch (outcome) {
            case Outcome.FolderMade(var folder) -> whenMade.accept(folder);
            case Outcome.Refused(var problem) -> complain.accept(problem);
            default -> {}
          }
        });
  }

  void rename(UUID folder, String name) {
    attempt(new ChoiceIntent.RenameFolder(folder, name));
  }

  void remove(UUID folder) {
    attempt(new ChoiceIntent.RemoveFolder(folder));
  }

  private void attempt(ChoiceIntent intent) {
    engine.attempt(intent, complain);
  }
}
