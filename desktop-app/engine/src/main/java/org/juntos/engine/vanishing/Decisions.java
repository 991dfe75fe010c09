package org.juntos.engine.vanishing;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.Keeping;
import org.juntos.content.Linking;
import org.juntos.engine.outbox.Jobs;
import org.juntos.store.Transaction;

/// For how long history is kept, as this account's devices tell each other: the later decision
/// counts.
public final class Decisions {
  private Decisions() {}

  /// The person has decided, later than whatever they have decided before: also when the clock was
  /// set back since.
  ///
  /// @param conversation null: all that have no setting of their own
  /// @param keep null: as all
  public static void decide(
      Transaction txn, Jobs jobs, @Nullable ConversationId conversation, @Nullable Keeping keep) {
    Instant now = jobs.now();
    for (var known : txn.retention().all()) {
      if (Objects.equals(known.conversation(), conversation) && !now.isAfter(known.at())) {
        now = known.at().plusMillis(1);
      }
    }
    txn.retention().put(conversation, keep, now);
    jobs.others(txn, new Linking.Retained(conversation, keep, now));
  }

  /// Another device of this account tells what was decided.
  public static void learn(Transaction txn, Linking.Retained retained) {
    txn.retention().put(retained.conversation(), retained.keep(), retained.decidedAt());
  }

  /// Tells this account's other devices all that was decided.
  public static void tellOthers(Transaction txn, Jobs jobs) {
    for (var one : txn.retention().all()) {
      jobs.others(txn, new Linking.Retained(one.conversation(), one.keep(), one.at()));
    }
  }
}
