package org.juntos.engine.group;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
import org.juntos.engine.profile.ProfileSettings;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
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

  public GroupBook(Self self, CryptoSource cryptos, Jobs jobs) {
    this.self = self;
    this.cryptos = cryptos;
    this.jobs = jobs;
    notes = new GroupNotes(self, cryptos);
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
    introduction.people().forEach(person -> learn(txn, person));
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
    people.forEach(person -> learn(txn, person));
    var known = txn.groups().find(conversation);
    var password = known == null ? Bytes.EMPTY : known.linkPassword();
    cryptos.in(txn).groups().renew(conversation);
    txn.groupTraffic().renewed(conversation);
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
    holds.people().forEach(person -> learn(txn, person));
    var before = accounts(txn, conversation);
    var after = holds.after();
    boolean in = after.member(self.account()) != null;
    var now =
        known
            .at(after.revision(), after.head(), after.state(), after.attributes())
            .as(in ? Standing.MEMBER : Standing.GONE);
    write(txn, conversation, after);
    before.removeAll(accounts(txn, conversation));
    Contradictions.left(txn, conversation, before);
    txn.groups().put(now.in(Contradictions.standing(txn, conversation)));
    if (!before.isEmpty()) {
      before.forEach(account -> txn.groupTraffic().left(conversation, account));
      renewKey(txn, conversation);
    }
    notes.write(txn, conversation, holds.actor(), holds.deeds());
  }

  private void write(Transaction txn, ConversationId conversation, GroupFacts facts) {
    for (var member : facts.members()) {
      meet(txn, member.account());
    }
    facts.asking().forEach(one -> meet(txn, one.account()));
    txn.groups().putMembers(conversation, facts.members().stream().map(GroupBook::stored).toList());
    txn.groups()
        .putRequests(
            conversation,
            facts.asking().stream()
                .map(one -> new StoredRequest(one.account(), one.at()))
                .toList());
    txn.groups().putPosters(conversation, facts.revision(), posters(facts));
    txn.groups().putHead(conversation, facts.revision(), facts.head());
  }

  private static StoredMember stored(Member member) {
    return new StoredMember(member.account(), member.admin(), member.joinedAt());
  }

  private static Set<AccountId> posters(GroupFacts facts) {
    return facts.members().stream()
        .map(Member::account)
        .filter(facts::mayPost)
        .collect(Collectors.toSet());
  }

  private static Set<AccountId> accounts(Transaction txn, ConversationId conversation) {
    return txn.groups().members(conversation).stream()
        .map(StoredMember::account)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /// Nobody who has left can read what this device writes from now on.
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

  /// The identity key that somebody is known to have; null when none is.
  @Nullable Bytes identityKey(Transaction txn, AccountId account) {
    if (account.equals(self.account())) {
      return self.identityKey();
    }
    var trusted = cryptos.in(txn).trustedIdentity(account);
    if (trusted != null) {
      return trusted;
    }
    var contact = txn.contacts().find(account);
    return contact == null || contact.identityKey().isEmpty() ? null : contact.identityKey();
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
        new ChangeCheck(secrets, one -> identityKey(txn, one))
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
    meet(txn, account);
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
            people(txn, group.conversation())));
  }

  /// Members as they are known here, for somebody who does not know them.
  List<GroupPerson> people(Transaction txn, ConversationId conversation) {
    return txn.groups().members(conversation).stream()
        .map(member -> person(txn, member.account()))
        .filter(Objects::nonNull)
        .limit(GroupContent.MOST_PEOPLE / 2)
        .toList();
  }

  /// Somebody as they are known here; null when their key is not.
  @Nullable GroupPerson person(Transaction txn, AccountId account) {
    if (account.equals(self.account())) {
      var name = ProfileSettings.name(txn);
      return new GroupPerson(account, name, self.identityKey());
    }
    var contact = txn.contacts().find(account);
    return contact == null || contact.identityKey().isEmpty()
        ? null
        : new GroupPerson(account, contact.name(), contact.identityKey());
  }

  /// Somebody is in a group with this account, as another member knows them.
  private void learn(Transaction txn, GroupPerson person) {
    if (person.account().equals(self.account())) {
      return;
    }
    var known = txn.contacts().find(person.account());
    if (known == null) {
      put(txn, person.account(), person.name(), person.identityKey());
    } else if (known.identityKey().isEmpty()) {
      put(txn, person.account(), person.name(), person.identityKey());
    }
  }

  private void meet(Transaction txn, AccountId account) {
    if (!account.equals(self.account()) && txn.contacts().find(account) == null) {
      var key = cryptos.in(txn).trustedIdentity(account);
      put(txn, account, "", key == null ? Bytes.EMPTY : key);
    }
  }

  private void put(Transaction txn, AccountId account, String name, Bytes identityKey) {
    txn.contacts()
        .put(
            new Contact(
                account,
                name,
                Contact.State.MEMBER,
                identityKey,
                false,
                Bytes.EMPTY,
                self.relay().uri().toString(),
                cryptos.clock().instant()));
  }
}
