package org.juntos.engine.group;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.GroupAttributes;
import org.juntos.content.GroupContent;
import org.juntos.content.GroupPerson;
import org.juntos.crypto.group.ChangeCheck;
import org.juntos.crypto.group.ChangeCheck.Checked;
import org.juntos.crypto.group.GroupDeed;
import org.juntos.crypto.group.GroupFacts;
import org.juntos.crypto.group.GroupSecrets;
import org.juntos.crypto.group.Member;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.Self;
import org.juntos.engine.outbox.Jobs;
import org.juntos.store.Transaction;
import org.juntos.store.group.StoredGroup;
import org.juntos.store.group.StoredGroup.Standing;
import org.juntos.store.group.StoredGroup.Trouble;
import org.juntos.store.group.StoredMember;
import org.juntos.store.group.StoredRequest;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Writes down what was verified of groups.
public final class GroupBook {
  private final Self self;
  private final CryptoSource cryptos;
  private final Jobs jobs;
  private final GroupNotes notes;
  private final OwnChanges own;
  private final GroupPeople who;

  public GroupBook(Self self, CryptoSource cryptos, Jobs jobs) {
    this.self = self;
    this.cryptos = cryptos;
    this.jobs = jobs;
    notes = new GroupNotes(self, cryptos);
    who = new GroupPeople(self, cryptos);
    own = new OwnChanges(self, jobs, who);
  }

  /// A group that somebody has let this account into; the relay has to be asked for it.
  ///
  /// @param from contact, or another device of this account, who says so
  public void introduced(Transaction txn, GroupContent.Introduction introduction) {
    var secrets = GroupSecrets.of(introduction.key());
    var conversation = secrets.conversation();
    var known = txn.groups().find(conversation);
    boolean older =
        known != null
            && known.standing() != Standing.ASKED
            && known.revision() >= introduction.revision();
    introduction.people().forEach(person -> who.learn(txn, person));
    if (older) {
      return;
    }
    if (known != null && known.standing() == Standing.MEMBER) {
      OutOfTurn.keep(txn, conversation, introduction);
      txn.groups().put(known.due(true));
      return;
    }
    txn.groups()
        .put(
            new StoredGroup(
                conversation,
                introduction.key(),
                Standing.ENTERING,
                introduction.revision(),
                introduction.head(),
                introduction.state(),
                known == null ? nameless() : known.attributes(),
                true,
                Trouble.NONE,
                Bytes.EMPTY,
                null));
    var removal = OutOfTurn.farewell(txn, conversation);
    if (removal != null) {
      farewell(txn, conversation, removal);
    }
  }

  private static GroupAttributes nameless() {
    return new GroupAttributes("", "", Bytes.EMPTY);
  }

  /// The first state of a group that is known here.
  ///
  /// @param people as far as they are known
  void enter(
      Transaction txn,
      GroupSecrets secrets,
      GroupFacts facts,
      List<GroupPerson> people,
      Checked.@Nullable Holds first) {
    var conversation = secrets.conversation();
    people.forEach(person -> who.learn(txn, person));
    var known = txn.groups().find(conversation);
    var password = known == null ? Bytes.EMPTY : known.linkPassword();
    Contradictions.forget(txn, conversation);
    txn.groups()
        .put(
            new StoredGroup(
                conversation,
                secrets.key(),
                Standing.MEMBER,
                facts.revision(),
                facts.head(),
                facts.state(),
                facts.attributes(),
                true,
                Trouble.NONE,
                password,
                null));
    write(txn, conversation, facts);
    txn.history().openGroup(conversation, cryptos.clock().instant());
    if (first != null) {
      notes.write(txn, conversation, first.actor(), first.deeds());
    } else {
      notes.entered(txn, conversation);
    }
    var entered = txn.groups().find(conversation);
    if (entered != null) {
      tellOthers(txn, entered);
    }
  }

  /// A change that holds.
  void apply(Transaction txn, GroupSecrets secrets, Checked.Holds holds) {
    var conversation = secrets.conversation();
    var known = txn.groups().find(conversation);
    if (known == null || known.revision() + 1 != holds.after().revision()) {
      return; // somebody was quicker
    }
    holds.people().forEach(person -> who.learn(txn, person));
    var before = accounts(txn, conversation);
    var after = holds.after();
    boolean in = after.member(self.account()) != null;
    var now =
        known
            .at(after.revision(), after.head(), after.state(), after.attributes())
            .as(in ? Standing.MEMBER : Standing.GONE)
            .due(in && known.due());
    write(txn, conversation, after);
    before.removeAll(accounts(txn, conversation));
    Contradictions.left(txn, conversation, before);
    txn.groups().put(now.in(Contradictions.standing(txn, conversation)));
    if (!before.isEmpty()) {
      before.forEach(account -> txn.groupTraffic().left(conversation, account));
      renewKey(txn, conversation);
    }
    notes.write(txn, conversation, holds.actor(), holds.deeds(), known.attributes());
    own.made(txn, secrets, holds);
  }

  OwnChanges own() {
    return own;
  }

  GroupPeople who() {
    return who;
  }

  private void write(Transaction txn, ConversationId conversation, GroupFacts facts) {
    for (var member : facts.members()) {
      who.meet(txn, member.account());
    }
    facts.asking().forEach(one -> who.meet(txn, one.account()));
    txn.groups().putMembers(conversation, facts.members().stream().map(GroupBook::stored).toList());
    txn.groups()
        .putRequests(
            conversation,
            facts.asking().stream()
                .map(one -> new StoredRequest(one.account(), one.at()))
                .toList());
    txn.groups().putPosters(conversation, facts.revision(), those(facts, facts::mayPost));
    putEditors(txn, conversation, facts);
    txn.groups().putHead(conversation, facts.revision(), facts.head());
  }

  private static StoredMember stored(Member member) {
    return new StoredMember(member.account(), member.admin(), member.joinedAt());
  }

  static void putEditors(Transaction txn, ConversationId conversation, GroupFacts facts) {
    txn.groups().putEditors(conversation, facts.revision(), those(facts, facts::mayEdit));
  }

  private static Set<AccountId> those(GroupFacts facts, Predicate<AccountId> may) {
    return facts.members().stream().map(Member::account).filter(may).collect(Collectors.toSet());
  }

  private static Set<AccountId> accounts(Transaction txn, ConversationId conversation) {
    return txn.groups().members(conversation).stream()
        .map(StoredMember::account)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /// Nobody who has left can read what this device writes from now on. Done as well when this
  /// account goes itself, so whoever comes back has no key that somebody was given before.
  void renewKey(Transaction txn, ConversationId conversation) {
    cryptos.in(txn).groups().renew(conversation);
    txn.groupTraffic().renewed(conversation);
    var group = txn.groups().find(conversation);
    if (group != null) {
      txn.groups().put(group.keyed(null));
    }
  }

  /// This account is not in the group any more.
  void gone(Transaction txn, StoredGroup group, AccountId actor, List<GroupDeed> deeds) {
    txn.groups().put(group.as(Standing.GONE).due(false).in(Trouble.NONE));
    renewKey(txn, group.conversation());
    notes.write(txn, group.conversation(), actor, deeds);
  }

  /// Somebody says that this account was removed, and shows the change that says so.
  public void farewell(Transaction txn, ConversationId conversation, Bytes change) {
    var group = txn.groups().find(conversation);
    if (group == null || group.standing() == Standing.GONE) {
      OutOfTurn.keep(txn, conversation, change);
      return;
    }
    var secrets = GroupSecrets.of(group.key());
    var removal =
        new ChangeCheck(secrets, one -> who.identityKey(txn, one))
            .removal(change, self.account(), group.revision());
    if (removal != null && mayRemove(txn, group, secrets, removal.actor())) {
      var last = group.at(removal.revision(), removal.head(), group.state(), group.attributes());
      gone(txn, last, removal.actor(), List.of(new GroupDeed.Remove(self.account())));
      var again = OutOfTurn.introduction(txn, conversation);
      if (again != null) {
        introduced(txn, again);
      }
    }
  }

  /// Who was let into a new group, and has not looked yet, knows nobody in it.
  private static boolean mayRemove(
      Transaction txn, StoredGroup group, GroupSecrets secrets, AccountId actor) {
    if (group.standing() == Standing.ENTERING) {
      var facts = GroupFacts.read(secrets, group.head(), group.state());
      var member = facts == null ? null : facts.member(actor);
      return group.state().isEmpty() || (member != null && member.admin());
    }
    var member = txn.groups().member(group.conversation(), actor);
    return member != null && member.admin();
  }

  Instant now() {
    return cryptos.clock().instant();
  }

  /// Tells the members that there is a change.
  void updated(Transaction txn, ConversationId conversation) {
    jobs.updated(txn, conversation);
  }

  /// Tells somebody that there is a change.
  void tell(Transaction txn, AccountId account, ConversationId conversation) {
    who.meet(txn, account);
    var contact = txn.contacts().find(account);
    if (contact != null) {
      jobs.member(txn, contact, GroupContent.Updated.of(conversation));
    }
  }

  /// Other devices of this account learn that it is in a group.
  public void tellOthers(Transaction txn, StoredGroup group) {
    jobs.others(
        txn,
        new GroupContent.Introduction(
            group.key(),
            group.revision(),
            group.head(),
            group.revision() == 0 ? Bytes.EMPTY : group.state(),
            who.people(txn, group.conversation())));
  }
}
