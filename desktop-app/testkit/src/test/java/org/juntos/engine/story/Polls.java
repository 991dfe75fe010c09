package org.juntos.engine.story;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.CardIntent;
import org.juntos.engine.intent.CardIntent.To;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.CardView;
import org.juntos.testkit.world.Person;

/// What people do with cards, and how they see them.
final class Polls {
  static final List<String> TOWNS = List.of("Porto", "Braga", "Faro");

  private Polls() {}

  static MessageId sent(Person person, CardIntent intent) throws InterruptedException {
    var outcome = person.submit(intent);
    if (outcome instanceof Outcome.Queued(_, var message)) {
      return message;
    }
    throw new AssertionError("not queued: " + outcome);
  }

  /// Asks where to go, one answer each, with names.
  static MessageId ask(Person person, ConversationId conversation) throws InterruptedException {
    return sent(person, new CardIntent.Ask(To.of(conversation), "Where to?", TOWNS, false, false));
  }

  static void vote(Person person, MessageId poll, Integer... options) throws InterruptedException {
    person.done(new CardIntent.Vote(poll, List.of(options)));
  }

  static void close(Person person, MessageId poll) throws InterruptedException {
    person.done(new CardIntent.ClosePoll(poll));
  }

  static CardView.PollView poll(Person person, MessageId message) {
    var card = Deeds.entry(person, message).card();
    if (card instanceof CardView.PollView poll) {
      return poll;
    }
    throw new AssertionError(person.name() + " sees " + card);
  }

  /// "Porto 1 Ben, Braga 0, Faro 2 Ana Carla", with everybody under the name that `person` knows
  /// them by, and how it was closed.
  static String shown(Person person, MessageId message) {
    var poll = poll(person, message);
    var closing = poll.closing();
    return poll.options().stream()
            .map(option ->
                (option.text()
                        + " "
                        + option.votes()
                        + " "
                        + String.join(" ", option.names().stream().sorted().toList()))
                    .strip())
            .collect(Collectors.joining(", "))
        + (closing == null ? "" : "; closed")
        + (closing == null || closing.missing() == 0 ? "" : ", " + closing.missing() + " missing");
  }

  /// Whether the person has voted, and it is not counted.
  static boolean isLeftOut(Person person, MessageId message) {
    return Objects.requireNonNull(poll(person, message).closing()).ownLeftOut();
  }
}
