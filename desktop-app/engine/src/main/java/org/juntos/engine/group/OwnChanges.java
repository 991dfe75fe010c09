package org.juntos.engine.group;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.GroupContent;
import org.juntos.crypto.group.ChangeCheck;
import org.juntos.crypto.group.ChangeCheck.Checked;
import org.juntos.crypto.group.GroupDeed;
import org.juntos.crypto.group.GroupFacts;
import org.juntos.crypto.group.GroupSecrets;
import org.juntos.engine.device.Self;
import org.juntos.engine.outbox.Jobs;
import org.juntos.store.Transaction;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// What this device changes: written down before the relay is asked, because its answer may be
/// lost, or this process may end before it comes. Whenever the change turns out to be made, who
/// comes, who goes and all others are told.
record OwnChanges(Self self, Jobs jobs, GroupPeople who) {
  private static final String CHANGE = "group-own-change ";
  private static final String PASSWORD = "group-own-link ";

  /// The relay is about to be asked.
  ///
  /// @param password of the link that is made with it; empty if none is
  static void begin(Transaction txn, ConversationId group, Bytes change, Bytes password) {
    txn.settings().putBlob(CHANGE + group, change.toArray());
    txn.settings().putBlob(PASSWORD + group, password.toArray());
    var known = txn.groups().find(group);
    if (known != null) {
      txn.groups().put(known.due(true));
    }
  }

  /// The relay has not made it.
  static void end(Transaction txn, ConversationId group) {
    txn.settings().remove(CHANGE + group);
    txn.settings().remove(PASSWORD + group);
  }

  /// The one of which it is not known what became of it; null when there is none.
  static @Nullable Bytes pending(Transaction txn, ConversationId group) {
    var change = txn.settings().blob(CHANGE + group);
    return change == null ? null : Bytes.of(change);
  }

  /// A change was made; perhaps it is this device's.
  void made(Transaction txn, GroupSecrets secrets, Checked.Holds holds) {
    var conversation = secrets.conversation();
    var change = pending(txn, conversation);
    if (change == null || !ChangeCheck.hash(change).equals(holds.after().head())) {
      return;
    }
    keepLink(txn, conversation, holds.deeds());
    end(txn, conversation);
    introduce(txn, secrets, holds.after(), added(holds.deeds()));
    for (var deed : holds.deeds()) {
      if (deed instanceof GroupDeed.Remove(var account) && !account.equals(self.account())) {
        tell(txn, account, new GroupContent.Updated(conversation, change));
      }
    }
    if (holds.after().member(self.account()) != null) {
      jobs.updated(txn, conversation);
    } else {
      var updated = GroupContent.Updated.of(conversation);
      holds.after().members().forEach(member -> tell(txn, member.account(), updated));
    }
    jobs.others(txn, GroupContent.Updated.of(conversation));
  }

  private static List<AccountId> added(List<GroupDeed> deeds) {
    var added = new ArrayList<AccountId>();
    for (var deed : deeds) {
      if (deed instanceof GroupDeed.Add(var account)) {
        added.add(account);
      }
    }
    return added;
  }

  private static void keepLink(Transaction txn, ConversationId group, List<GroupDeed> deeds) {
    var known = txn.groups().find(group);
    boolean makes = deeds.stream().anyMatch(GroupDeed.SetLink.class::isInstance);
    boolean drops = deeds.stream().anyMatch(GroupDeed.DropLink.class::isInstance);
    var password = txn.settings().blob(PASSWORD + group);
    if (known != null && (makes || drops)) {
      txn.groups()
          .put(known.withLink(makes && password != null ? Bytes.of(password) : Bytes.EMPTY));
    }
  }

  /// Tells those who come in.
  void introduce(Transaction txn, GroupSecrets secrets, GroupFacts after, List<AccountId> added) {
    if (added.isEmpty()) {
      return;
    }
    boolean first = after.revision() == 0;
    var introduction =
        new GroupContent.Introduction(
            secrets.key(),
            after.revision(),
            after.head(),
            first ? Bytes.EMPTY : after.state(),
            first ? List.of() : who.people(txn, secrets.conversation()));
    added.forEach(account -> tell(txn, account, introduction));
  }

  private void tell(Transaction txn, AccountId account, GroupContent content) {
    var contact = txn.contacts().find(account);
    if (contact != null) {
      jobs.member(txn, contact, content);
    }
  }
}
