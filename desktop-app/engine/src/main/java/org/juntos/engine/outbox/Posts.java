package org.juntos.engine.outbox;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.store.Transaction;
import org.juntos.store.outbox.Outbox;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// What is for groups: how it is sealed, and what lets it in at the members.
public interface Posts {
  /// Seals a job for all members, inside a transaction.
  Planned plan(Transaction txn, Outbox.Job job, Bytes certificate);

  /// Writes down what the relay said, inside a transaction.
  void settle(Transaction txn, Post post, SendOutcome outcome);

  /// Asks the relay what is new in a group; blocks.
  void refresh(ConversationId group);

  /// The relay was asked for the keys of a member, and has answered.
  void answered(AccountId account);

  /// The leave of a group that both are in to send to an account; null when there is none.
  @Nullable Bytes token(Transaction txn, AccountId account);

  /// The relay has not let something in with the leave of a group.
  void denied(Transaction txn, AccountId account);

  /// What became of a job.
  sealed interface Planned {
    /// It can leave.
    record Ready(Post post) implements Planned {}

    /// There are no sessions with these members.
    record Unestablished(Set<AccountId> accounts) implements Planned {
      public Unestablished {
        accounts = Set.copyOf(accounts);
      }
    }

    /// The relay has to be asked for the group first.
    record Unknown() implements Planned {}

    /// Fetch another sender certificate.
    record BadCertificate() implements Planned {}

    /// Nobody else is there who could read it: it is done.
    record Alone() implements Planned {}

    /// It cannot leave before something else is decided.
    record Held() implements Planned {}

    /// It will never leave.
    record Impossible(String code) implements Planned {}
  }
}
