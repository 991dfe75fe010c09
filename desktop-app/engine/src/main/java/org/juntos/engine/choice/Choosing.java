package org.juntos.engine.choice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.juntos.content.Choice;
import org.juntos.content.Chosen;
import org.juntos.content.ConversationId;
import org.juntos.content.Linking;
import org.juntos.engine.outbox.Jobs;
import org.juntos.store.Transaction;

/// Writes down what the person chooses, and tells their other devices in the same transaction. Each
/// device keeps, of the choices about one thing, the one that counts everywhere; so they agree in
/// whatever order they hear of each other.
public final class Choosing {
  private Choosing() {}

  /// The person has chosen. It takes the place of what this device knows, also when another
  /// device's clock was ahead.
  public static void decide(Transaction txn, Jobs jobs, List<? extends Choice> choices) {
    var made = new ArrayList<Chosen>();
    for (var choice : choices) {
      var chosen = new Chosen(choice, after(txn, jobs.now(), choice));
      txn.choices().put(chosen);
      made.add(chosen);
    }
    tell(txn, jobs, made);
  }

  private static Instant after(Transaction txn, Instant now, Choice choice) {
    var before = txn.choices().about(choice);
    var next = before == null ? Instant.EPOCH : before.at().plusMillis(1);
    return next.isAfter(now) ? next : now;
  }

  /// Another device of the account says what was chosen.
  public static void learn(Transaction txn, Linking.Choices told) {
    told.choices().forEach(chosen -> txn.choices().put(chosen));
  }

  /// Tells this account's other devices all of it.
  public static void tellAll(Transaction txn, Jobs jobs) {
    tell(txn, jobs, txn.choices().all());
  }

  private static void tell(Transaction txn, Jobs jobs, List<Chosen> choices) {
    for (int from = 0; from < choices.size(); from += Linking.MOST) {
      int to = Math.min(choices.size(), from + Linking.MOST);
      jobs.others(txn, new Linking.Choices(choices.subList(from, to)));
    }
  }

  /// A message has come: a conversation that was archived comes back, unless it is muted.
  public static void arrived(Transaction txn, Jobs jobs, ConversationId conversation) {
    var archived = txn.choices().about(new Choice.Archived(conversation, true));
    if (archived != null
        && archived.choice() instanceof Choice.Archived(_, var is)
        && is
        && !isMuted(txn, conversation, jobs.now())) {
      decide(txn, jobs, List.of(new Choice.Archived(conversation, false)));
    }
  }

  private static boolean isMuted(Transaction txn, ConversationId conversation, Instant now) {
    var muted = txn.choices().about(new Choice.Muted(conversation, Choice.FOREVER));
    return muted != null
        && muted.choice() instanceof Choice.Muted(_, var until)
        && until.isAfter(now);
  }

  /// The person has looked at it: nothing in it is unread any more.
  public static void seen(Transaction txn, Jobs jobs, ConversationId conversation) {
    var marked = txn.choices().about(new Choice.MarkedUnread(conversation, true));
    if (marked != null && marked.choice() instanceof Choice.MarkedUnread(_, var unread) && unread) {
      decide(txn, jobs, List.of(new Choice.MarkedUnread(conversation, false)));
    }
  }
}
