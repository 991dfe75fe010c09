package org.juntos.engine.intent;

import java.nio.file.Path;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.wire.AccountId;

/// What became of an intent.
public sealed interface Outcome {
  /// Committed.
  record Done() implements Outcome {}

  /// The message is committed and will be sent, now or later.
  record Queued(ConversationId conversation, MessageId message) implements Outcome {}

  /// The contact is there.
  record Added(AccountId account, ConversationId conversation) implements Outcome {}

  /// Written to `file`.
  record Saved(Path file) implements Outcome {}

  /// What the relay holds on this account.
  record Held(HeldView view) implements Outcome {}

  /// How this device is woken.
  record Push(PushView view) implements Outcome {}

  /// What belongs to this account.
  record Account(AccountView view) implements Outcome {}

  /// The user name is taken.
  record Named(String userName) implements Outcome {}

  /// Nothing was changed.
  record Refused(Problem problem) implements Outcome {}
}
