package org.juntos.cli.verb;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.juntos.content.Choice;
import org.juntos.content.ConversationId;
import org.juntos.content.NoticeSound;
import org.juntos.content.Notices;
import org.juntos.engine.intent.ChoiceIntent;
import org.juntos.engine.model.ChosenView;
import org.juntos.engine.model.ConversationView;

/// Chooses something about a conversation, and tells the conversation as it is then.
///
/// @param wanted a contact or a group
/// @param settle how long to stay until this account's other devices can hear of it
public record ChooseFor(String wanted, Wish wish, Duration settle) implements Verb {
  private static final Duration MODELS = Duration.ofSeconds(5);

  /// What is to be chosen.
  @FunctionalInterface
  public interface Wish {
    Step about(Desk desk, ConversationId conversation) throws Refusal;
  }

  /// What is submitted, and how it shows that it was done.
  public record Step(ChoiceIntent intent, Predicate<ChosenView> done) {}

  private static Wish plain(
      Function<ConversationId, ChoiceIntent> intent, Predicate<ChosenView> done) {
    return (_, conversation) -> new Step(intent.apply(conversation), done);
  }

  private static Wish choice(Function<ConversationId, Choice> choice, Predicate<ChosenView> done) {
    return plain(conversation -> new ChoiceIntent.Choose(choice.apply(conversation)), done);
  }

  /// @param length see [Lengths]
  public static Wish mute(String length) {
    return (desk, conversation) -> {
      var muted = new Choice.Muted(conversation, Lengths.end(desk, length));
      return new Step(
          new ChoiceIntent.Choose(muted), now -> now.mutedUntil().equals(muted.until()));
    };
  }

  public static Wish unmute() {
    return choice(
        conversation -> new Choice.Muted(conversation, Instant.EPOCH),
        now -> now.mutedUntil().equals(Instant.EPOCH));
  }

  public static Wish archive(boolean archived) {
    return choice(
        conversation -> new Choice.Archived(conversation, archived),
        now -> now.archived() == archived);
  }

  public static Wish pin(boolean pinned) {
    return plain(
        conversation -> new ChoiceIntent.Pin(conversation, pinned),
        now -> now.pinned() > 0 == pinned);
  }

  public static Wish markUnread(boolean unread) {
    return choice(
        conversation -> new Choice.MarkedUnread(conversation, unread),
        now -> now.markedUnread() == unread);
  }

  /// One of both.
  ///
  /// @param what `all`, `mentions` or `nothing`; empty when it is about the sound
  /// @param sound such as `chime`; empty when it is about what
  public static Wish notify(String what, String sound) throws Refusal {
    if (what.isEmpty() == sound.isEmpty()) {
      throw Refusal.of("usage", "Give either WHAT or --sound.", "See --help.");
    }
    return sound.isEmpty()
        ? notices(constant(Notices.class, what))
        : sound(constant(NoticeSound.class, sound));
  }

  private static Wish notices(Notices notices) {
    return choice(
        conversation -> new Choice.Notified(conversation, notices),
        now -> now.notices() == notices);
  }

  private static Wish sound(NoticeSound sound) {
    return choice(
        conversation -> new Choice.Sounds(conversation, sound), now -> now.sound() == sound);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text) throws Refusal {
    for (var constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text)) {
        return constant;
      }
    }
    throw Refusal.of("usage", text + " is none of those.", "See --help.");
  }

  /// @param folder its name
  public static Wish folder(String folder, boolean inside) {
    return (desk, conversation) -> {
      var found = Folders.find(desk, folder);
      return new Step(
          new ChoiceIntent.PutInFolder(found.id(), conversation, inside),
          now -> now.folders().contains(found.id()) == inside);
    };
  }

  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    desk.ready();
    var conversation = Conversations.find(desk, wanted);
    var step = wish.about(desk, conversation);
    desk.submit(step.intent());
    return output -> {
      desk.settle(settle);
      output.print(ConversationLines.of(desk, await(desk, conversation, step.done())));
    };
  }

  /// Models follow a commit a moment later.
  private static ConversationView await(
      Desk desk, ConversationId conversation, Predicate<ChosenView> done)
      throws Refusal, InterruptedException {
    var deadline = desk.deadline(MODELS);
    try (var lists = new Arrivals<List<ConversationView>>(desk.models().conversations()::watch)) {
      for (var list = lists.next(deadline); list != null; list = lists.next(deadline)) {
        for (var one : list) {
          if (one.id().equals(conversation) && done.test(one.chosen())) {
            return one;
          }
        }
      }
    }
    throw Refusal.of("timeout", "It was chosen, and does not show yet.", "Look again.");
  }
}
