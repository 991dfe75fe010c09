package org.juntos.engine.group;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.GroupAttributes;
import org.juntos.content.GroupPerson;
import org.juntos.crypto.group.ChangeCheck.Checked;
import org.juntos.crypto.group.ChangeMaker;
import org.juntos.crypto.group.GroupDeed;
import org.juntos.crypto.group.GroupFacts;
import org.juntos.crypto.group.GroupSecrets;
import org.juntos.engine.attachment.PictureCutting;
import org.juntos.engine.connection.GroupApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.profile.Names;
import org.juntos.media.CropSize;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.group.StoredGroup;
import org.juntos.store.group.StoredGroup.Standing;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;

/// Makes groups and changes them. A change is made at the relay first: only what it has taken is
/// written down here and told to others.
public final class GroupDesk {
  /// Others may change the group at the same time.
  private static final int MOST_TRIES = 4;

  private final Self self;
  private final Store store;
  private final CryptoSource cryptos;
  private final GroupRelay relay;
  private final GroupSync sync;
  private final GroupBook book;
  private final PictureCutting pictures;

  public GroupDesk(
      Self self,
      Store store,
      CryptoSource cryptos,
      GroupRelay relay,
      GroupSync sync,
      GroupBook book,
      PictureCutting pictures) {
    this.self = self;
    this.store = store;
    this.cryptos = cryptos;
    this.relay = relay;
    this.sync = sync;
    this.book = book;
    this.pictures = pictures;
  }

  /// Does what the person wants.
  public Outcome submit(Intent.OfGroups intent) throws InterruptedException {
    try {
      return switch (intent) {
        case Intent.CreateGroup create -> create(create);
        case Intent.ChangeGroup(var group, var wish) -> change(group, wish);
        case Intent.JoinGroup(var link) ->
            new GroupJoining(self, store, relay, sync, book, this::maker).join(link);
        case Intent.CheckGroup(var group) -> check(group);
      };
    } catch (IOException _) {
      return Problems.refused("offline");
    } catch (NotNowException e) {
      return e.outcome();
    }
  }

  private Outcome check(ConversationId group) {
    if (sync.stored(group) == null) {
      return Problems.refused("group-unknown");
    }
    var outcome = sync.refresh(group);
    var known = sync.stored(group);
    return outcome instanceof Outcome.Done && known != null && known.trouble().isThere()
        ? Problems.refused(known.trouble().code())
        : outcome;
  }

  private Outcome create(Intent.CreateGroup create) throws IOException, NotNowException {
    var name = create.name().strip();
    if (!Names.isValid(name)) {
      return Problems.refused("group-name-invalid");
    }
    var members = create.members().stream().distinct().toList();
    requireContacts(members);
    var secrets = GroupSecrets.make(cryptos.random());
    var attributes = new GroupAttributes(name, "", Bytes.EMPTY);
    var made = made(secrets, null, List.of(new GroupDeed.Create(attributes, members)), members);
    switch (relay.api().make(relay.shown(secrets), made.change())) {
      case RelayResult.Ok<GroupApi.Answer>(var answer) ->
          relay.keep(secrets, made.after(), answer.endorsements());
      case RelayResult.Refused<GroupApi.Answer> refused -> throw NotNowException.of(refused);
    }
    store.write(txn -> {
      var holds = holds(made, List.of(new GroupDeed.Create(attributes, members)));
      book.enter(txn, secrets, made.after(), List.of(), holds);
      settled(txn, secrets.conversation());
      book.own().introduce(txn, secrets, made.after(), members);
      return true;
    });
    return new Outcome.Grouped(secrets.conversation(), false);
  }

  /// What was just made is the newest.
  private static void settled(Transaction txn, ConversationId conversation) {
    var group = txn.groups().find(conversation);
    if (group != null) {
      txn.groups().put(group.due(false));
    }
  }

  private void requireContacts(List<AccountId> accounts) throws NotNowException {
    for (var account : accounts) {
      var code = store.read(txn -> refusal(txn, account));
      if (!code.isEmpty()) {
        throw NotNowException.of(code);
      }
    }
  }

  private static String refusal(Transaction txn, AccountId account) {
    var contact = txn.contacts().find(account);
    if (contact == null) {
      return "contact-unknown";
    }
    return switch (contact.state()) {
      case ACCEPTED -> contact.identityKey().isEmpty() ? "bundle-invalid" : "";
      case MEMBER, REQUESTED, REMOVED -> "contact-not-accepted";
      case ASKING, REFUSED -> "contact-asking";
      case BLOCKED -> "contact-blocked";
    };
  }

  private Outcome change(ConversationId conversation, GroupWish wish)
      throws IOException, NotNowException, InterruptedException {
    var plans = new WishedChange(self, cryptos, picture(wish));
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      var outcome = attempt(conversation, wish, plans);
      if (outcome != null) {
        return outcome;
      }
    }
    return Problems.refused("conflict");
  }

  private @Nullable Bytes picture(GroupWish wish) throws NotNowException, InterruptedException {
    if (!(wish instanceof GroupWish.Describe describe)) {
      return null;
    }
    return switch (pictures.make(describe.picture(), CropSize.GROUP)) {
      case PictureCutting.Result.Refused(var code) -> throw NotNowException.of(code);
      case PictureCutting.Result.Made(var jpeg) -> jpeg;
    };
  }

  /// Null when somebody else was quicker.
  private @Nullable Outcome attempt(ConversationId conversation, GroupWish wish, WishedChange plans)
      throws IOException, NotNowException {
    if (sync.refresh(conversation) instanceof Outcome.Refused refused) {
      return refused;
    }
    var group = sync.stored(conversation);
    if (group == null || group.standing() != Standing.MEMBER) {
      return Problems.refused(group == null ? "group-unknown" : "group-left");
    }
    var secrets = GroupSecrets.of(group.key());
    var facts = GroupSync.facts(group, secrets);
    var plan = plans.plan(facts, wish);
    requireAddable(facts, plan.added());
    if (plan.deeds().isEmpty()) {
      return new Outcome.Done();
    }
    var made = made(secrets, facts, plan.deeds(), plan.added());
    var shown = relay.shown(secrets);
    write(txn -> OwnChanges.begin(txn, conversation, made.change(), plan.password()));
    return switch (relay.api().change(shown, made.change(), Bytes.EMPTY)) {
      case RelayResult.Ok<GroupApi.Answer>(var answer) -> {
        relay.keep(secrets, made.after(), answer.endorsements());
        write(txn -> book.apply(txn, secrets, holds(made, plan.deeds())));
        yield outcome(group, plan, made);
      }
      case RelayResult.Refused<GroupApi.Answer> refused -> {
        write(txn -> OwnChanges.end(txn, conversation));
        if (refused.code() == ErrorCode.GROUP_REVISION_STALE) {
          yield null;
        }
        throw NotNowException.of(refused);
      }
    };
  }

  private void write(Consumer<Transaction> work) {
    store.write(txn -> {
      work.accept(txn);
      return true;
    });
  }

  private Outcome outcome(StoredGroup group, WishedChange.Plan plan, ChangeMaker.Made made) {
    return plan.password().isEmpty()
        ? new Outcome.Done()
        : new Outcome.GroupLinked(
            GroupLinks.text(self, group.key(), plan.password(), made.after().revision()));
  }

  /// Contacts, and those who have asked to come in.
  private void requireAddable(GroupFacts facts, List<AccountId> added) throws NotNowException {
    var asking = facts.asking().stream().map(GroupFacts.Asking::account).toList();
    requireContacts(added.stream().filter(account -> !asking.contains(account)).toList());
  }

  private Checked.Holds holds(ChangeMaker.Made made, List<GroupDeed> deeds) {
    return new Checked.Holds(made.after(), self.account(), deeds, List.of());
  }

  private ChangeMaker.Made made(
      GroupSecrets secrets,
      @Nullable GroupFacts before,
      List<GroupDeed> deeds,
      List<AccountId> added)
      throws NotNowException {
    var people =
        store.read(txn -> {
          var known = new ArrayList<GroupPerson>();
          for (var account : before == null ? withSelf(added) : added) {
            var person = book.who().person(txn, account);
            if (person != null) {
              known.add(person);
            }
          }
          return known;
        });
    try {
      return maker(secrets).make(before, deeds, people);
    } catch (ChangeMaker.RefusedException e) {
      throw NotNowException.of(e.code());
    }
  }

  private List<AccountId> withSelf(List<AccountId> others) {
    var all = new ArrayList<AccountId>();
    all.add(self.account());
    all.addAll(others);
    return all;
  }

  /// Makes changes of this account.
  ChangeMaker maker(GroupSecrets secrets) {
    return new ChangeMaker(
        secrets,
        self.account(),
        self.identityKey(),
        (group, change, people) ->
            store.read(txn -> cryptos.in(txn).signGroupChange(group, change, people)),
        cryptos.random());
  }
}
