package org.juntos.engine.conversation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Linking;
import org.juntos.content.MessageChange.Deed;
import org.juntos.content.MessageId;
import org.juntos.content.MessageName;
import org.juntos.content.TextRanges;
import org.juntos.content.WellFormed;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.problem.Problems;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.draft.Draft;
import org.juntos.store.history.Entry;
import org.juntos.store.history.Handling;

/// What a person keeps in mind: stars, pins and drafts.
///
/// In a group, whoever may edit its description may pin and take pins off: both change what all
/// members see of the group beside its messages. Readers hold a pin to it at the revision of the
/// group that it names, so that all come to the same.
public final class Keeping {
  private final Self self;
  private final Store store;
  private final Jobs jobs;
  private final Amending amending;

  public Keeping(Self self, Store store, Jobs jobs, Amending amending) {
    this.self = self;
    this.store = store;
    this.jobs = jobs;
    this.amending = amending;
  }

  Outcome star(HandlingIntent.Star star) {
    return store.write(txn -> star(txn, star));
  }

  private Outcome star(Transaction txn, HandlingIntent.Star star) {
    var stars = new ArrayList<Linking.Starred.Star>();
    for (var message : star.messages()) {
      var entry = txn.history().find(message);
      if (entry == null || entry.kind() != Entry.Kind.MESSAGE) {
        return Problems.refused(Amending.code(entry));
      }
      if (entry.marks().handled().starred() != star.starred()) {
        var at = txn.handling().next(entry.name(), jobs.now());
        stars.add(new Linking.Starred.Star(entry.name(), star.starred(), at));
      }
    }
    stars.forEach(one -> txn.handling().star(one.message(), one.starred(), one.at()));
    tell(txn, jobs, stars);
    return new Outcome.Done();
  }

  private static void tell(Transaction txn, Jobs jobs, List<Linking.Starred.Star> stars) {
    for (int from = 0; from < stars.size(); from += Linking.MOST) {
      int to = Math.min(stars.size(), from + Linking.MOST);
      jobs.others(txn, new Linking.Starred(stars.subList(from, to)));
    }
  }

  Outcome pin(MessageId message, boolean pinned) {
    return store.write(txn -> pin(txn, message, pinned));
  }

  private Outcome pin(Transaction txn, MessageId message, boolean pinned) {
    var entry = txn.history().find(message);
    var refusal = amending.refusal(txn, entry);
    if (entry == null || !refusal.isEmpty()) {
      return Problems.refused(refusal);
    }
    if (!mayPin(txn, entry)) {
      return Problems.refused("pin-denied");
    }
    if (entry.marks().handled().pinned() == pinned) {
      return new Outcome.Done();
    }
    if (pinned && txn.handling().pinned(entry.conversation()).size() >= Handling.MOST_PINS) {
      return Problems.refused("too-many-pins");
    }
    int before = txn.handling().pinRevision(entry.name());
    amending.make(txn, entry, new Deed.Pin(pinned), Math.min(before + 1, Deed.Pin.MOST_REVISIONS));
    return new Outcome.Done();
  }

  private boolean mayPin(Transaction txn, Entry entry) {
    var group = txn.groups().find(entry.conversation());
    return group == null
        || txn.groups().mayEdit(entry.conversation(), self.account(), group.revision());
  }

  Outcome draft(HandlingIntent.KeepDraft draft) {
    return store.write(txn -> {
      if (txn.history().conversation(draft.conversation()) == null
          && !self.isNoteToSelf(draft.conversation())) {
        return Problems.refused("conversation-unknown");
      }
      var files = draft.files().stream().map(Keeping::file).toList();
      var body = WellFormed.text(draft.body());
      var kept =
          new Draft(
              body,
              name(txn, draft.replyTo()),
              files,
              jobs.now(),
              draft.ranges().fit(body) ? draft.ranges() : TextRanges.NONE);
      txn.drafts().put(draft.conversation(), kept);
      return new Outcome.Done();
    });
  }

  private static Draft.File file(Intent.OutgoingFile file) {
    return new Draft.File(file.path().toString(), file.originalQuality(), file.voice());
  }

  private static @Nullable MessageName name(Transaction txn, @Nullable MessageId message) {
    var entry = message == null ? null : txn.history().find(message);
    return entry == null ? null : entry.name();
  }
}
