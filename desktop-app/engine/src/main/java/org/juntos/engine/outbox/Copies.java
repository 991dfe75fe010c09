package org.juntos.engine.outbox;

import java.time.Instant;
import java.util.List;
import org.juntos.content.Attachment;
import org.juntos.content.Content;
import org.juntos.content.ContentCodec;
import org.juntos.content.Linking;
import org.juntos.content.MessageId;
import org.juntos.store.Transaction;
import org.juntos.store.history.Entry;
import org.juntos.store.history.StoredChange;
import org.juntos.wire.AccountId;

/// Gives this account's other devices what this one has.
public final class Copies {
  private final Jobs jobs;

  public Copies(Jobs jobs) {
    this.jobs = jobs;
  }

  /// The relay has a message of this device's: to be called before that is written down.
  void accepted(Transaction txn, Entry entry, AccountId peer, Instant now) {
    if (entry.delivery().accepted() == null) {
      give(txn, entry, peer, now);
    }
  }

  /// A message as it is here.
  public void give(Transaction txn, Entry entry, AccountId peer, Instant accepted) {
    if (!jobs.hasOthers(txn)) {
      return;
    }
    var whole = copy(entry, peer, Resending.content(txn, entry), accepted);
    jobs.others(
        txn,
        ContentCodec.fits(whole)
            ? whole
            : copy(entry, peer, withoutThumbnails(Resending.content(txn, entry)), accepted));
  }

  /// The relay has a change that this device has made.
  public void changed(Transaction txn, MessageId id) {
    var change = txn.messageChanges().find(jobs.account(), id);
    if (change != null) {
      give(txn, change);
    }
  }

  /// A change as it is here.
  public void give(Transaction txn, StoredChange change) {
    if (jobs.hasOthers(txn)) {
      jobs.others(
          txn,
          new Linking.Changed(
              change.conversation(),
              change.actor(),
              change.sequence(),
              change.id(),
              txn.messageChanges().content(change)));
    }
  }

  private static Linking.Copy copy(
      Entry entry, AccountId peer, Content.Message message, Instant accepted) {
    return new Linking.Copy(peer, entry.author(), entry.sequence(), entry.id(), message, accepted);
  }

  private static Content.Message withoutThumbnails(Content.Message message) {
    List<Attachment> bare =
        message.attachments().stream().map(Attachment::withoutThumbnail).toList();
    return message.with(bare);
  }
}
