package org.juntos.engine.vanishing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ContentCodec;
import org.juntos.content.ConversationId;
import org.juntos.content.Linking;
import org.juntos.content.MessageId;
import org.juntos.content.Timer;
import org.juntos.content.TimerSet;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.RandomIds;
import org.juntos.engine.device.Self;
import org.juntos.engine.outbox.Jobs;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.history.Entry;
import org.juntos.store.history.History;
import org.juntos.store.outbox.Outbox;
import org.juntos.store.settings.Timers.Setting;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// What new messages vanish after, as both sides of a conversation come to the same: of two
/// settings the higher revision counts, of two alike that of the greater account. Each message says
/// which setting its author knows; whoever knows a newer one tells it again. In a group it is one
/// of the group's attributes.
public record Agreement(Self self, CryptoSource cryptos, Jobs jobs) {
  /// What a message that is written now has to say.
  public Timer of(Transaction txn, ConversationId conversation) {
    var group = txn.groups().find(conversation);
    if (group != null) {
      return Timer.of(group.attributes().timer());
    }
    var setting = txn.timers().find(conversation);
    return setting == null ? Timer.NONE : timer(setting);
  }

  private Timer timer(Setting setting) {
    return new Timer(setting.after(), setting.revision(), !setting.by().equals(self.account()));
  }

  /// The person has set it.
  ///
  /// @param peer null in the note to self
  public void set(
      Transaction txn, ConversationId conversation, @Nullable Contact peer, Duration after) {
    var known = txn.timers().find(conversation);
    int revision = known == null ? 0 : known.revision();
    var setting =
        new Setting(after, revision == Integer.MAX_VALUE ? revision : revision + 1, self.account());
    txn.history().open(conversation, peer == null ? self.account() : peer.account(), jobs.now());
    keep(txn, conversation, setting, self.account());
    jobs.others(txn, told(conversation, setting));
    if (peer != null) {
      jobs.contact(txn, peer, new TimerSet(timer(setting)));
    }
  }

  /// What a message of somebody says of the setting; and tells them of a newer one.
  public void hear(Transaction txn, Contact peer, ConversationId conversation, Timer timer) {
    learn(txn, peer, conversation, timer);
    var known = txn.timers().find(conversation);
    if (known != null && known.isOver(heard(peer, timer))) {
      tell(txn, peer, known);
    }
  }

  /// What somebody has set.
  public void learn(Transaction txn, Contact peer, ConversationId conversation, Timer timer) {
    if (timer.revision() > 0) {
      txn.history().open(conversation, peer.account(), jobs.now());
      learn(txn, conversation, heard(peer, timer), peer.account());
    }
  }

  private Setting heard(Contact peer, Timer timer) {
    var by = timer.byReader() ? self.account() : peer.account();
    return new Setting(timer.after(), timer.revision(), by);
  }

  /// What another device of this account knows.
  public void learn(Transaction txn, Linking.TimerTold told) {
    if (told.revision() > 0 && isOpen(txn, told.conversation())) {
      var setting = new Setting(told.after(), told.revision(), told.by());
      learn(txn, told.conversation(), setting, told.by());
    }
  }

  /// A device that is new may have nothing of a conversation yet.
  private boolean isOpen(Transaction txn, ConversationId conversation) {
    if (self.isNoteToSelf(conversation)) {
      txn.history().open(conversation, self.account(), jobs.now());
    }
    for (var contact : txn.contacts().all()) {
      if (self.conversationWith(contact.account()).equals(conversation)) {
        txn.history().open(conversation, contact.account(), jobs.now());
      }
    }
    return txn.history().conversation(conversation) != null;
  }

  private void learn(
      Transaction txn, ConversationId conversation, Setting setting, AccountId teller) {
    var known = txn.timers().find(conversation);
    if (known == null || setting.isOver(known)) {
      keep(txn, conversation, setting, teller);
    }
  }

  /// @param teller who says so: nobody else's word is put down as theirs
  private void keep(
      Transaction txn, ConversationId conversation, Setting setting, AccountId teller) {
    var known = txn.timers().find(conversation);
    txn.timers().put(conversation, setting);
    if (!setting.after().equals(known == null ? Duration.ZERO : known.after())) {
      notice(txn, conversation, setting.after(), teller);
    }
  }

  /// Somebody may have lost what was set.
  public void tellAgain(Transaction txn, Contact peer) {
    var known = txn.timers().find(self.conversationWith(peer.account()));
    if (known != null) {
      tell(txn, peer, known);
    }
  }

  /// Once, however many messages call for it.
  private void tell(Transaction txn, Contact peer, Setting setting) {
    var set = new TimerSet(timer(setting));
    var waiting = txn.outbox().unsealed(peer.account(), Outbox.Kind.CONTACT);
    if (waiting == null || !waiting.what().content().equals(ContentCodec.encodeContent(set))) {
      jobs.contact(txn, peer, set);
    }
  }

  /// Tells this account's other devices all that is set.
  public void tellOthers(Transaction txn) {
    for (var summary : txn.history().conversations()) {
      var setting = txn.timers().find(summary.id());
      if (setting != null) {
        jobs.others(txn, told(summary.id(), setting));
      }
    }
  }

  private static Linking.TimerTold told(ConversationId conversation, Setting setting) {
    return new Linking.TimerTold(conversation, setting.after(), setting.revision(), setting.by());
  }

  private void notice(Transaction txn, ConversationId conversation, Duration after, AccountId by) {
    Instant now = jobs.now();
    txn.history()
        .append(
            new History.NewEntry(
                new MessageId(RandomIds.next(cryptos.random())),
                conversation,
                new DeviceAddress(by, DeviceAddress.PRIMARY_DEVICE),
                by.equals(self.account()),
                0,
                Entry.Kind.TIMER_CHANGED,
                Long.toString(after.toSeconds()),
                now,
                now,
                List.of()));
  }
}
