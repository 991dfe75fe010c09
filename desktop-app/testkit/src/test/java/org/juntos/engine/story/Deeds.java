package org.juntos.engine.story;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.juntos.content.ContentCodec;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageChange;
import org.juntos.content.MessageChange.Deed;
import org.juntos.content.MessageId;
import org.juntos.content.MessageName;
import org.juntos.content.TextRanges;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.MarksView;
import org.juntos.engine.model.PinView;
import org.juntos.engine.model.TextView;
import org.juntos.engine.model.VersionView;
import org.juntos.store.outbox.Outbox;
import org.juntos.store.outbox.Recipient;
import org.juntos.testkit.world.Person;
import org.juntos.wire.Bytes;

/// What people do to messages, and how they see it.
final class Deeds {
  private Deeds() {}

  static void react(Person person, MessageId message, String emoji) throws InterruptedException {
    person.done(new MessageIntent.React(message, emoji));
  }

  static void edit(Person person, MessageId message, String body) throws InterruptedException {
    person.done(new MessageIntent.Edit(message, body));
  }

  static void edit(Person person, MessageId message, String body, TextRanges ranges)
      throws InterruptedException {
    person.done(new MessageIntent.Edit(message, body, ranges));
  }

  static void delete(Person person, MessageId message) throws InterruptedException {
    person.done(new MessageIntent.Delete(message, true));
  }

  static void hide(Person person, MessageId message) throws InterruptedException {
    person.done(new MessageIntent.Delete(message, false));
  }

  static MessageId reply(Person person, MessageId to, String body) throws InterruptedException {
    var outcome = person.submit(new MessageIntent.Reply(to, body, List.of()));
    if (outcome instanceof Outcome.Queued(_, var message)) {
      return message;
    }
    throw new AssertionError("not queued: " + outcome);
  }

  static void pin(Person person, MessageId message, boolean pinned) throws InterruptedException {
    person.done(new HandlingIntent.Pin(message, pinned));
  }

  /// What is pinned in a conversation, as somebody sees it, the newest pin first.
  static List<String> pins(Person person, ConversationId conversation) {
    return person.models().conversations().value().stream()
        .filter(one -> one.id().equals(conversation))
        .flatMap(one -> one.kept().pins().stream())
        .map(PinView::text)
        .toList();
  }

  /// Sends the same into conversations, or passes messages on; what became of it.
  static Outcome.Spread spread(Person person, HandlingIntent intent) throws InterruptedException {
    var outcome = person.submit(intent);
    if (outcome instanceof Outcome.Spread spread) {
      return spread;
    }
    throw new AssertionError("not spread: " + outcome);
  }

  /// The code of why somebody may not; empty when they may.
  static String refusal(Person person, Intent.OfMessages intent) throws InterruptedException {
    return person.submit(intent) instanceof Outcome.Refused(var problem) ? problem.code() : "";
  }

  static EntryView entry(Person person, MessageId message) {
    return Objects.requireNonNull(person.models().entry(message), person.name());
  }

  /// "👍 Alice Bob, 😂 Carla", with everybody under the name that `person` knows them by.
  static String reactions(Person person, MessageId message) {
    return String.join(
        ", ",
        entry(person, message).marks().reactions().stream()
            .map(one ->
                one.emoji()
                    + " "
                    + String.join(
                        " ", one.people().stream().map(MarksView.Reacting::name).sorted().toList()))
            .sorted()
            .toList());
  }

  static List<String> versions(Person person, MessageId message) {
    return person.models().versions(message).stream().map(VersionView::body).toList();
  }

  /// All that somebody sees of a message, in a line.
  static String shown(Person person, MessageId message) {
    var entry = person.models().entry(message);
    if (entry == null) {
      return "nothing";
    }
    return entry.kind()
        + " "
        + entry.body()
        + " "
        + versions(person, message)
        + " "
        + reactions(person, message)
        + (entry.marks().handled().pinned() ? " pinned" : "")
        + said(entry.text());
  }

  private static String said(TextView text) {
    var preview = text.preview();
    return (text.ranges().isEmpty() ? "" : " " + text.ranges())
        + (preview == null ? "" : " " + preview);
  }

  /// A modified program of `person` does something that theirs would not do.
  static void forge(
      Person person,
      Recipient to,
      Bytes identityKey,
      ConversationId conversation,
      MessageName message,
      Deed deed)
      throws Exception {
    var change = new MessageChange(message, 1_000, entry(person, message.id()).sentAt(), deed);
    person.between(profile ->
        profile
            .store()
            .write(txn ->
                txn.outbox()
                    .add(
                        new Outbox.NewJob(
                            to,
                            identityKey,
                            conversation,
                            new MessageId(new UUID(77, change.hashCode())),
                            0,
                            Outbox.Kind.CHANGE,
                            ContentCodec.encodeContent(change),
                            change.at()))));
  }
}
