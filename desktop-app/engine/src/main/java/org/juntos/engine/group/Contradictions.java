package org.juntos.engine.group;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.juntos.content.Audience;
import org.juntos.content.ConversationId;
import org.juntos.content.GroupContent;
import org.juntos.engine.outbox.Jobs;
import org.juntos.store.Transaction;
import org.juntos.store.group.StoredGroup;
import org.juntos.store.group.StoredGroup.Trouble;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Members whose words say that they are shown another history of a group than this device is. What
/// the relay says cannot settle that: it would say the same to either side. It lasts until the
/// member names a change that is known here, or is not in the group any more.
///
/// @param jobs tell a member what is known here, so that they find out as well
public record Contradictions(Jobs jobs) {
  /// Two different changes of one revision.
  public static final String FORKED = "group-forked";

  /// A change that the relay does not show.
  public static final String WITHHELD = "group-withheld";

  private static final String SETTING = "group-contradictions ";

  /// What a member said.
  private record Said(String code, int revision) {}

  /// What is wrong with a group because of what members said.
  public static Trouble standing(Transaction txn, ConversationId group) {
    for (var one : said(txn, group).entrySet()) {
      if (txn.groups().member(group, one.getKey()) != null) {
        var said = one.getValue();
        return new Trouble(said.code(), one.getKey() + " names revision " + said.revision());
      }
    }
    return Trouble.NONE;
  }

  /// A member names a change: one that is known here, or another one in its place.
  ///
  /// @return whether it is known
  public boolean isKnown(
      Transaction txn, StoredGroup group, AccountId member, Audience.Group named) {
    var known = txn.groups().head(group.conversation(), named.revision());
    if (known == null) {
      return false; // from before this account came in
    }
    if (known.equals(named.head())) {
      if (group.trouble().isThere()) {
        agrees(txn, group.conversation(), member, named.revision());
      }
      return true;
    }
    note(txn, group.conversation(), member, new Said(FORKED, named.revision()), known);
    return false;
  }

  /// A member names a change that the relay did not show when it was asked after that.
  public void withheld(Transaction txn, StoredGroup group, AccountId member, int revision) {
    note(txn, group.conversation(), member, new Said(WITHHELD, revision), group.head());
  }

  /// These are not in the group any more.
  static void left(Transaction txn, ConversationId group, Collection<AccountId> accounts) {
    var all = said(txn, group);
    if (all.keySet().removeAll(accounts)) {
      write(txn, group, all);
    }
  }

  /// Nothing that was said before counts.
  static void forget(Transaction txn, ConversationId group) {
    txn.settings().remove(SETTING + group);
  }

  private void note(
      Transaction txn, ConversationId group, AccountId member, Said said, Bytes head) {
    var all = said(txn, group);
    boolean news = !said.equals(all.put(member, said));
    write(txn, group, all);
    GroupSync.trouble(txn, group, said.code(), member + " names revision " + said.revision());
    if (news) {
      tell(txn, group, member, said, head);
    }
  }

  private void tell(
      Transaction txn, ConversationId group, AccountId member, Said said, Bytes head) {
    var known = txn.groups().find(group);
    var contact = txn.contacts().find(member);
    if (known != null && contact != null) {
      int revision = said.code().equals(FORKED) ? said.revision() : known.revision();
      jobs.member(txn, contact, GroupContent.Introduction.known(known.key(), revision, head));
    }
  }

  private static void agrees(
      Transaction txn, ConversationId group, AccountId member, int revision) {
    var all = said(txn, group);
    var said = all.get(member);
    if (said == null || said.revision() > revision) {
      return;
    }
    all.remove(member);
    write(txn, group, all);
    var stored = txn.groups().find(group);
    if (stored != null && stored.trouble().code().equals(said.code())) {
      txn.groups().put(stored.in(standing(txn, group)));
    }
  }

  private static Map<AccountId, Said> said(Transaction txn, ConversationId group) {
    var all = new LinkedHashMap<AccountId, Said>();
    var text = txn.settings().get(SETTING + group);
    if (text != null) {
      for (var line : text.split("\n", -1)) {
        var fields = line.split(" ", -1);
        all.put(AccountId.parse(fields[0]), new Said(fields[1], Integer.parseInt(fields[2])));
      }
    }
    return all;
  }

  private static void write(Transaction txn, ConversationId group, Map<AccountId, Said> all) {
    var lines = new ArrayList<String>();
    all.forEach((account, said) -> lines.add(account + " " + said.code() + " " + said.revision()));
    if (lines.isEmpty()) {
      forget(txn, group);
    } else {
      txn.settings().put(SETTING + group, String.join("\n", lines));
    }
  }
}
