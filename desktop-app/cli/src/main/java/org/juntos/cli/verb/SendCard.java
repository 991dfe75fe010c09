package org.juntos.cli.verb;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.CardIntent;
import org.juntos.engine.intent.CardIntent.To;
import org.juntos.engine.intent.Outcome;

/// Sends a poll, a location or a contact.
///
/// @param conversation as for `send`, or "self"
/// @param how what it replies to, and whether anybody is told
/// @param settle how long to give the message to leave
public record SendCard(String conversation, How how, Making card, Duration settle) implements Verb {
  /// @param replyTo id of a message, or the beginning of it; empty when it replies to nothing
  /// @param silent they are not told by sound or notification
  public record How(String replyTo, boolean silent) {}

  /// Makes the intent once it is known where it goes.
  public interface Making {
    CardIntent of(Desk desk, To to) throws Refusal;
  }

  /// Asks everybody in a conversation.
  public static SendCard poll(
      String conversation,
      How how,
      String question,
      List<String> options,
      boolean multiple,
      boolean anonymous,
      Duration settle) {
    return new SendCard(
        conversation,
        how,
        (_, to) -> new CardIntent.Ask(to, question, options, multiple, anonymous),
        settle);
  }

  /// Says where somewhere is.
  public static SendCard place(
      String conversation, How how, String where, String name, Duration settle) {
    return new SendCard(
        conversation, how, (_, to) -> new CardIntent.ShowPlace(to, where, name), settle);
  }

  /// Hands somebody on.
  ///
  /// @param contact as for `contacts`, or "self"
  public static SendCard contact(String conversation, How how, String contact, Duration settle) {
    return new SendCard(
        conversation,
        how,
        (desk, to) ->
            new CardIntent.ShareContact(
                to,
                contact.equals("self")
                    ? desk.ready().account()
                    : Contacts.find(desk, contact).account()),
        settle);
  }

  /// Hands on who is in a vCard file.
  public static SendCard file(String conversation, How how, Path file, Duration settle) {
    return new SendCard(
        conversation,
        how,
        (_, to) -> {
          Send.check(file);
          return new CardIntent.ShareCardFile(to, file.toAbsolutePath());
        },
        settle);
  }

  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    ConversationId to = Conversations.any(desk, conversation);
    MessageId replyTo = how.replyTo.isEmpty() ? null : Messages.find(desk, how.replyTo);
    var outcome = desk.submit(card.of(desk, new To(to, replyTo, how.silent)));
    if (!(outcome instanceof Outcome.Queued queued)) {
      throw new IllegalStateException("sending ended as " + outcome);
    }
    return output -> {
      desk.settle(settle);
      output.print(ChangeMessage.sent(desk, queued));
    };
  }
}
