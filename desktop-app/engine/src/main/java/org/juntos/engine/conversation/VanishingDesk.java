package org.juntos.engine.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.Keeping;
import org.juntos.content.Timer;
import org.juntos.engine.group.GroupDesk;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.VanishingIntent;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.vanishing.Agreement;
import org.juntos.engine.vanishing.Decisions;
import org.juntos.engine.vanishing.Retaining;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.history.History;

/// What a person decides about how long messages stay.
public final class VanishingDesk {
  /// Looked at in one transaction.
  private static final int PART = 5_000;

  private final Store store;
  private final Jobs jobs;
  private final Writing writing;
  private final Agreement agreement;
  private final GroupDesk groups;
  private final Retaining retaining;

  public VanishingDesk(
      Store store,
      Jobs jobs,
      Writing writing,
      Agreement agreement,
      GroupDesk groups,
      Retaining retaining) {
    this.store = store;
    this.jobs = jobs;
    this.writing = writing;
    this.agreement = agreement;
    this.groups = groups;
    this.retaining = retaining;
  }

  /// Commits what the person wants.
  public Outcome submit(VanishingIntent intent) throws InterruptedException {
    return switch (intent) {
      case VanishingIntent.SetTimer(var conversation, var after) -> timer(conversation, after);
      case VanishingIntent.SetRetention(var conversation, var keep) ->
          store.write(txn -> retain(txn, conversation, keep));
      case VanishingIntent.LookAtRetention(var conversation) ->
          store.read(txn -> retention(txn, conversation));
      case VanishingIntent.CountOlder(var conversation, var keep) -> count(conversation, keep);
    };
  }

  private Outcome timer(ConversationId conversation, Duration after) throws InterruptedException {
    if (!Timer.isPossible(after)) {
      return Problems.refused("timer-invalid");
    }
    if (store.read(txn -> txn.groups().find(conversation)) != null) {
      return groups.submit(new Intent.ChangeGroup(conversation, new GroupWish.SetTimer(after)));
    }
    return store.write(txn -> timer(txn, conversation, after));
  }

  private Outcome timer(Transaction txn, ConversationId conversation, Duration after) {
    var refusal = writing.refusal(txn, conversation);
    if (!refusal.isEmpty()) {
      return Problems.refused(refusal);
    }
    if (!agreement.of(txn, conversation).after().equals(after)) {
      agreement.set(txn, conversation, Writing.recipient(txn, conversation), after);
    }
    return new Outcome.Done();
  }

  private Outcome retain(
      Transaction txn, @Nullable ConversationId conversation, @Nullable Keeping keep) {
    if (conversation != null && txn.history().conversation(conversation) == null) {
      return Problems.refused("conversation-unknown");
    }
    Decisions.decide(txn, jobs, conversation, keep);
    return new Outcome.Done();
  }

  private static Outcome retention(Transaction txn, @Nullable ConversationId conversation) {
    if (conversation == null) {
      return new Outcome.Kept(txn.retention().ofAll(), true);
    }
    return txn.history().conversation(conversation) == null
        ? Problems.refused("conversation-unknown")
        : new Outcome.Kept(
            txn.retention().of(conversation), txn.retention().own(conversation) == null);
  }

  private Outcome count(@Nullable ConversationId conversation, @Nullable Keeping keep) {
    var counting = store.read(txn -> counting(txn, conversation, keep));
    long count = 0;
    for (var one : counting.entrySet()) {
      count += one.getValue().isForEver() ? 0 : olderOf(one.getKey(), one.getValue());
    }
    return new Outcome.Older(count);
  }

  private static Map<ConversationId, Keeping> counting(
      Transaction txn, @Nullable ConversationId conversation, @Nullable Keeping keep) {
    var wanted = keep == null ? txn.retention().ofAll() : keep;
    List<ConversationId> all =
        conversation != null
            ? List.of(conversation)
            : txn.history().conversations().stream()
                .map(History.Summary::id)
                .filter(one -> txn.retention().own(one) == null)
                .toList();
    return all.stream().collect(Collectors.toMap(one -> one, _ -> wanted));
  }

  private long olderOf(ConversationId conversation, Keeping keep) {
    var before = retaining.before(keep);
    long count = 0;
    long after = 0;
    boolean more = true;
    while (more) {
      long from = after;
      var part = store.read(txn -> txn.oldEntries().count(conversation, before, from, PART));
      count += part.messages();
      after = part.last();
      more = part.old();
    }
    return count;
  }
}
