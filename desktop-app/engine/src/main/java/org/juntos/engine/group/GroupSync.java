package org.juntos.engine.group;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.GroupPerson;
import org.juntos.crypto.group.ChangeCheck;
import org.juntos.crypto.group.ChangeCheck.Checked;
import org.juntos.crypto.group.GroupFacts;
import org.juntos.crypto.group.GroupSecrets;
import org.juntos.engine.connection.GroupApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.problem.Problems;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.group.StoredGroup;
import org.juntos.store.group.StoredGroup.Standing;
import org.juntos.store.group.StoredGroup.Trouble;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;

/// Brings what is known of a group up to what the relay has: change by change, each of which has to
/// hold. What does not, changes nothing, and the person is told.
public final class GroupSync {
  /// Rounds of one look: a group that changes all the while is looked at again later.
  private static final int MOST_ROUNDS = 8;

  private final Self self;
  private final Store store;
  private final GroupRelay relay;
  private final GroupBook book;
  private final Acquaintance acquaintance;
  private final Waiting waiting;

  /// Groups with something that waits for a newer revision than the relay has shown, and which it
  /// has.
  private final Map<ConversationId, Integer> fruitless = new ConcurrentHashMap<>();

  private final Map<ConversationId, ReentrantLock> looks = new ConcurrentHashMap<>();

  /// Finds out which identity key somebody has.
  @FunctionalInterface
  public interface Acquaintance {
    /// Blocks until the relay has answered, and keeps what it says if nothing was known.
    ///
    /// @return whether it has answered
    boolean meet(AccountId account);
  }

  /// What members wrote that names a newer revision than was known.
  public interface Waiting {
    /// The group is up to date: opens what can be judged now; the rest makes it due again.
    void open(Transaction txn, ConversationId group);

    /// The relay was asked after these came, and has nothing newer.
    void withheld(Transaction txn, ConversationId group);
  }

  public GroupSync(
      Self self,
      Store store,
      GroupRelay relay,
      GroupBook book,
      Acquaintance acquaintance,
      Waiting waiting) {
    this.waiting = waiting;
    this.self = self;
    this.store = store;
    this.relay = relay;
    this.book = book;
    this.acquaintance = acquaintance;
  }

  /// Looks now; done, or why not. One look at a group at a time: a second one would check what the
  /// first has applied already.
  public Outcome refresh(ConversationId conversation) {
    var look = looks.computeIfAbsent(conversation, _ -> new ReentrantLock());
    look.lock();
    try {
      return looked(conversation);
    } finally {
      look.unlock();
    }
  }

  private Outcome looked(ConversationId conversation) {
    try {
      for (int round = 0; round < MOST_ROUNDS; round++) {
        if (isDone(conversation)) {
          return new Outcome.Done();
        }
      }
      return Problems.refused("rate-limited");
    } catch (IOException _) {
      return Problems.refused("offline");
    } catch (NotNowException e) {
      return e.outcome();
    }
  }

  @Nullable StoredGroup stored(ConversationId conversation) {
    return store.read(txn -> txn.groups().find(conversation));
  }

  private boolean isDone(ConversationId conversation) throws IOException, NotNowException {
    var group = stored(conversation);
    if (group == null || group.standing() == Standing.GONE) {
      return true;
    }
    if (group.standing() == Standing.ASKED) {
      return true; // somebody lets this account in, or not
    }
    var secrets = GroupSecrets.of(group.key());
    var shown = relay.shown(secrets);
    if (group.standing() == Standing.ENTERING) {
      enter(group, secrets, shown);
      return false;
    }
    boolean again = Objects.equals(fruitless.get(conversation), group.revision());
    return switch (relay.api().look(shown)) {
      case RelayResult.Ok<GroupApi.Answer>(var answer) ->
          compare(group, secrets, shown, answer, again);
      case RelayResult.Refused<GroupApi.Answer> refused -> {
        if (hasLeft(group, secrets, shown, refused)) {
          yield true;
        }
        throw refused(group, refused);
      }
    };
  }

  /// Whether this account has left by a change whose answer was lost: it is asked for once more.
  private boolean hasLeft(
      StoredGroup group, GroupSecrets secrets, GroupApi.Shown shown, RelayResult.Refused<?> refused)
      throws IOException, NotNowException {
    var change = store.<@Nullable Bytes>read(txn -> OwnChanges.pending(txn, group.conversation()));
    if (change == null || refused.code() != ErrorCode.GROUP_DENIED) {
      return false;
    }
    if (!(check(secrets).check(facts(group, secrets), change) instanceof Checked.Holds holds)
        || holds.after().member(self.account()) != null
        || !(relay.api().change(shown, change, Bytes.EMPTY) instanceof RelayResult.Ok)) {
      return false;
    }
    store.write(txn -> {
      book.apply(txn, secrets, holds);
      return true;
    });
    return true;
  }

  /// Who is not let in any more was removed, or is lied to: a removal is signed.
  private NotNowException refused(StoredGroup group, RelayResult.Refused<?> refused) {
    if (refused.code() != ErrorCode.GROUP_DENIED) {
      return NotNowException.of(refused);
    }
    trouble(group, "group-denied", "the relay does not let this account in");
    return NotNowException.of("group-denied");
  }

  /// Whether all is known.
  ///
  /// @param again whether something has waited for a newer revision since before the relay was
  ///   asked
  private boolean compare(
      StoredGroup group,
      GroupSecrets secrets,
      GroupApi.Shown shown,
      GroupApi.Answer answer,
      boolean again)
      throws IOException, NotNowException {
    var facts = GroupFacts.read(secrets, answer.head(), answer.state());
    if (facts == null) {
      throw broken(group, "group-unsigned", "a state that members have not made");
    }
    if (facts.revision() < group.revision()) {
      throw broken(
          group,
          "group-rolled-back",
          "revision " + facts.revision() + " after revision " + group.revision());
    }
    if (facts.revision() > group.revision()) {
      follow(group, secrets, shown);
      return false;
    }
    if (!facts.head().equals(group.head())) {
      throw broken(group, "group-forked", "two changes of revision " + group.revision());
    }
    if (!facts.state().equals(group.state())) {
      throw broken(group, "group-unsigned", "another state than its changes lead to");
    }
    relay.keep(secrets, facts, answer.endorsements());
    settled(group, again);
    return true;
  }

  private void settled(StoredGroup group, boolean again) {
    if (group.due() || group.trouble().isThere()) {
      store.write(txn -> {
        var now = txn.groups().find(group.conversation());
        if (now != null && now.revision() == group.revision()) {
          var standing = Contradictions.standing(txn, group.conversation());
          txn.groups().put(now.due(false).in(standing));
          open(txn, now, again);
        }
        return true;
      });
    }
  }

  private void open(Transaction txn, StoredGroup group, boolean again) {
    var conversation = group.conversation();
    waiting.open(txn, conversation);
    var after = txn.groups().find(conversation);
    if (after == null || !after.due()) {
      fruitless.remove(conversation);
    } else if (again) {
      txn.groups().put(after.due(false));
      waiting.withheld(txn, conversation);
    } else {
      fruitless.put(conversation, group.revision());
    }
  }

  private void follow(StoredGroup group, GroupSecrets secrets, GroupApi.Shown shown)
      throws IOException, NotNowException {
    var changes = changes(group, shown, group.revision() + 1).changes();
    if (changes.isEmpty()) {
      throw broken(group, "group-unsigned", "a state without the changes that lead to it");
    }
    int revision = group.revision();
    for (var change : changes) {
      revision++;
      var now = stored(group.conversation());
      if (now == null || now.standing() != Standing.MEMBER) {
        return;
      }
      if (now.revision() >= revision) {
        continue; // this device has made it meanwhile; in the end heads are compared
      }
      var holds = checked(now, secrets, facts(now, secrets), change);
      store.write(txn -> {
        book.apply(txn, secrets, holds);
        return true;
      });
    }
  }

  private GroupApi.Changes changes(StoredGroup group, GroupApi.Shown shown, int from)
      throws IOException, NotNowException {
    return switch (relay.api().changes(shown, from)) {
      case RelayResult.Ok<GroupApi.Changes>(var changes) -> changes;
      case RelayResult.Refused<GroupApi.Changes> refused -> throw refused(group, refused);
    };
  }

  private void enter(StoredGroup group, GroupSecrets secrets, GroupApi.Shown shown)
      throws IOException, NotNowException {
    var changes = changes(group, shown, group.revision()).changes();
    var first = changes.isEmpty() ? Bytes.EMPTY : changes.getFirst();
    if (first.isEmpty() || !ChangeCheck.hash(first).equals(group.head())) {
      throw broken(group, "group-unsigned", "not the change that has let this account in");
    }
    var made = group.revision() == 0 ? checked(group, secrets, null, first) : null;
    var facts = made == null ? check(secrets).introduced(first, group.state()) : made.after();
    if (facts == null || facts.member(self.account()) == null) {
      throw broken(group, "group-unsigned", "no state of a group that this account is in");
    }
    entered(secrets, facts, made);
  }

  private void entered(GroupSecrets secrets, GroupFacts facts, Checked.@Nullable Holds first) {
    store.write(txn -> {
      var people = first == null ? List.<GroupPerson>of() : first.people();
      book.enter(txn, secrets, facts, people, first);
      return true;
    });
  }

  private Checked.Holds checked(
      StoredGroup group, GroupSecrets secrets, @Nullable GroupFacts before, Bytes change)
      throws IOException, NotNowException {
    var checked = check(secrets).check(before, change);
    if (checked instanceof Checked.UnknownKey(var actor, _)) {
      if (!acquaintance.meet(actor)) {
        throw new IOException("nobody tells the key of " + actor + " now");
      }
      checked = check(secrets).check(before, change);
    }
    return switch (checked) {
      case Checked.Holds holds -> holds;
      case Checked.UnknownKey _ ->
          throw broken(group, "group-unsigned", "a change by somebody whose key is not known");
      case Checked.Broken(var why) -> throw broken(group, "group-unsigned", why);
    };
  }

  ChangeCheck check(GroupSecrets secrets) {
    return new ChangeCheck(
        secrets,
        account -> store.<@Nullable Bytes>read(txn -> book.who().identityKey(txn, account)));
  }

  /// What is known of a group, read.
  static GroupFacts facts(StoredGroup group, GroupSecrets secrets) {
    var facts = GroupFacts.read(secrets, group.head(), group.state());
    if (facts == null) {
      throw new IllegalStateException("a stored state that cannot be read");
    }
    return facts;
  }

  private NotNowException broken(StoredGroup group, String code, String detail) {
    trouble(group, code, detail);
    return NotNowException.of(code);
  }

  private void trouble(StoredGroup group, String code, String detail) {
    store.write(txn -> {
      trouble(txn, group.conversation(), code, detail);
      return true;
    });
    relay.forget(group.conversation());
  }

  /// Nothing that is said of a group is believed until that is resolved.
  public static void trouble(
      Transaction txn, ConversationId conversation, String code, String detail) {
    var group = txn.groups().find(conversation);
    if (group != null) {
      txn.groups().put(group.due(false).in(new Trouble(code, detail)));
      txn.history().openGroup(conversation, Instant.EPOCH);
    }
  }
}
