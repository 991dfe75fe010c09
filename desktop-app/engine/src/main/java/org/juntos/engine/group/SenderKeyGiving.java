package org.juntos.engine.group;

import java.util.ArrayList;
import java.util.List;
import org.juntos.content.ConversationId;
import org.juntos.content.GroupContent;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.Self;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.profile.ProfileSettings;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Gives members what opens this device's messages to a group: only what it writes from then on.
public record SenderKeyGiving(Self self, CryptoSource cryptos, Jobs jobs) {
  /// Gives it to those of these devices that lack it, in the transaction in which something is
  /// encrypted under it.
  ///
  /// @param before the number before that of what is encrypted
  void giveTo(Transaction txn, ConversationId group, List<DeviceAddress> devices, long before) {
    var given = txn.groupTraffic().given(group);
    var lacking = new ArrayList<AccountId>();
    for (var device : devices) {
      if (!given.contains(device)) {
        txn.groupTraffic().give(group, device);
        if (!lacking.contains(device.account())) {
          lacking.add(device.account());
        }
      }
    }
    lacking.forEach(account -> give(txn, group, account, before));
  }

  /// Once more, to somebody who cannot open what this device has written.
  public void again(Transaction txn, AccountId account) {
    for (var group : txn.groups().shared(account)) {
      if (!txn.groupTraffic().distribution(group, account).isEmpty()) {
        give(txn, group, account, txn.history().lastSequence(group, self.account()));
      }
    }
  }

  private void give(Transaction txn, ConversationId group, AccountId account, long before) {
    var contact = txn.contacts().find(account);
    if (contact == null || contact.state() == Contact.State.BLOCKED) {
      return;
    }
    long base = txn.groupTraffic().base(group, account, before);
    var key = new GroupContent.SenderKey(group, key(txn, group, account), base, name(txn));
    jobs.member(txn, contact, key);
  }

  /// The same as before, if they were given one: it opens what came in between as well.
  private Bytes key(Transaction txn, ConversationId group, AccountId account) {
    var before = txn.groupTraffic().distribution(group, account);
    if (!before.isEmpty()) {
      return before;
    }
    var now = cryptos.in(txn).groups().distribution(group);
    txn.groupTraffic().putDistribution(group, account, now);
    return now;
  }

  private static String name(Transaction txn) {
    return ProfileSettings.name(txn);
  }
}
