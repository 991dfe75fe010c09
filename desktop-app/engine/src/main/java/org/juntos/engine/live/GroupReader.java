package org.juntos.engine.live;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.crypto.group.GroupFacts;
import org.juntos.crypto.group.GroupSecrets;
import org.juntos.engine.device.Self;
import org.juntos.engine.group.GroupLinks;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.GroupView;
import org.juntos.engine.model.MemberProgress;
import org.juntos.engine.model.SafetyDigits;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.profile.ProfileSettings;
import org.juntos.store.Transaction;
import org.juntos.store.group.StoredGroup;
import org.juntos.store.group.StoredMember;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Makes views of groups. Thread-safe.
final class GroupReader {
  /// The upper bits of a number are an epoch.
  private static final long NUMBER = (1L << 21) - 1;

  private final Self self;
  private final Map<ConversationId, Read> read = new ConcurrentHashMap<>();

  GroupReader(Self self) {
    this.self = self;
  }

  /// What was read of the state after one change: to read it opens the names of all members.
  private record Read(Bytes head, GroupFacts.Rules rules, boolean linked) {
    static Read of(StoredGroup group) {
      var facts = GroupFacts.read(GroupSecrets.of(group.key()), group.head(), group.state());
      return facts == null
          ? new Read(group.head(), new GroupFacts.Rules(false, false, false), false)
          : new Read(group.head(), facts.rules(), facts.link() != null);
    }
  }

  private Read read(StoredGroup group) {
    return read.compute(
        group.conversation(),
        (_, before) ->
            before != null && before.head().equals(group.head()) ? before : Read.of(group));
  }

  GroupView group(Transaction txn, StoredGroup group) {
    var conversation = group.conversation();
    var stored = txn.groups().members(conversation);
    var state = read(group);
    var rules = state.rules();
    return new GroupView(
        group.attributes().name(),
        group.attributes().description(),
        group.attributes().picture(),
        GroupView.Standing.valueOf(group.standing().name()),
        members(txn, conversation, stored),
        txn.groups().requests(conversation).stream()
            .map(one ->
                new GroupView.Member(one.account(), name(txn, one.account()), false, false, 0))
            .toList(),
        new GroupView.Rules(rules.adminsAdd(), rules.adminsEdit(), rules.adminsPost()),
        rights(group, stored, rules),
        state.linked() && !group.linkPassword().isEmpty()
            ? GroupLinks.text(self, group.key(), group.linkPassword(), group.revision())
            : "",
        state.linked(),
        trouble(group));
  }

  private static GroupView.@Nullable Trouble trouble(StoredGroup group) {
    if (!group.trouble().isThere()) {
      return null;
    }
    var problem = Problems.of(group.trouble().code());
    return new GroupView.Trouble(
        problem.code(), problem.sentence(), problem.nextStep(), group.trouble().detail());
  }

  private GroupView.Rights rights(
      StoredGroup group, List<StoredMember> members, GroupFacts.Rules rules) {
    var own = members.stream().filter(one -> one.account().equals(self.account())).findFirst();
    boolean in =
        own.isPresent()
            && group.standing() == StoredGroup.Standing.MEMBER
            && !group.trouble().isThere();
    boolean admin = in && own.get().admin();
    return new GroupView.Rights(
        admin,
        admin || (in && !rules.adminsAdd()),
        admin || (in && !rules.adminsEdit()),
        admin || (in && !rules.adminsPost()));
  }

  private List<GroupView.Member> members(
      Transaction txn, ConversationId conversation, List<StoredMember> stored) {
    var names = txn.groups().names(conversation);
    var inStep = txn.history().inStep(conversation);
    var gone = txn.contacts().gone();
    return stored.stream()
        .map(one ->
            one.account().equals(self.account())
                ? own(txn, conversation, one)
                : new GroupView.Member(
                    one.account(),
                    names.getOrDefault(one.account(), ""),
                    one.admin(),
                    false,
                    inStep.getOrDefault(one.account(), 0L) & NUMBER,
                    gone.contains(one.account())))
        .sorted(
            Comparator.comparing((GroupView.Member one) -> !one.own())
                .thenComparing(GroupView.Member::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(GroupView.Member::account))
        .toList();
  }

  private GroupView.Member own(Transaction txn, ConversationId conversation, StoredMember member) {
    long last = txn.history().lastSequence(conversation, self.account());
    return new GroupView.Member(
        self.account(), ProfileSettings.name(txn), member.admin(), true, last & NUMBER);
  }

  List<MemberProgress> progress(Transaction txn, MessageId message) {
    return txn.groupTraffic().deliveries(message).stream()
        .map(one ->
            new MemberProgress(
                one.account(), name(txn, one.account()), one.delivered(), one.seen()))
        .sorted(Comparator.comparing(MemberProgress::name).thenComparing(MemberProgress::account))
        .toList();
  }

  /// A group, where a person is shown.
  ContactView standIn(StoredGroup group) {
    return new ContactView(
        new AccountId(group.conversation().value()),
        group.conversation(),
        group.attributes().name(),
        ContactView.Standing.ACCEPTED,
        false,
        false,
        SafetyDigits.UNKNOWN,
        self.relay().text());
  }

  /// What a change says, in a sentence.
  String sentence(Transaction txn, AccountId actor, String body) {
    boolean own = actor.equals(self.account());
    var who = own ? "You" : named(txn, actor);
    int space = body.indexOf(' ');
    var verb = space < 0 ? body : body.substring(0, space);
    var about = space < 0 ? "" : body.substring(space + 1);
    return switch (verb) {
      case "created" -> who + " made this group.";
      case "entered" -> "You are in this group now.";
      case "added" -> who + " added " + object(txn, about) + ".";
      case "removed" -> who + " removed " + object(txn, about) + ".";
      case "left" -> who + " left.";
      case "joined" -> who + " came in by the link.";
      case "asked" -> who + (own ? " have asked to come in." : " has asked to come in.");
      case "refused" -> who + " did not let " + object(txn, about) + " in.";
      case "admin" -> who + " made " + object(txn, about) + " an admin.";
      case "member" -> who + " took back that " + subject(txn, about) + " an admin.";
      case "named" -> who + " changed how the group “" + about + "” looks.";
      case "timer" -> TimerWords.set(who, about);
      case "rules" -> who + " changed what only admins may do.";
      case "link" -> who + " made a link into this group.";
      case "link-off" -> who + " took back the link into this group.";
      default -> who + " changed the group.";
    };
  }

  private String object(Transaction txn, String account) {
    var id = AccountId.parse(account);
    return id.equals(self.account()) ? "you" : named(txn, id);
  }

  private String subject(Transaction txn, String account) {
    var id = AccountId.parse(account);
    return id.equals(self.account()) ? "you are" : named(txn, id) + " is";
  }

  private String named(Transaction txn, AccountId account) {
    var name = name(txn, account);
    return name.isBlank() ? "Somebody" : name;
  }

  String name(Transaction txn, AccountId account) {
    if (account.equals(self.account())) {
      return ProfileSettings.name(txn);
    }
    var contact = txn.contacts().find(account);
    return contact == null ? "" : contact.name();
  }
}
