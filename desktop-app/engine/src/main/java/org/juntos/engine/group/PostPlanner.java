package org.juntos.engine.group;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Audience;
import org.juntos.content.Binding;
import org.juntos.content.ConversationId;
import org.juntos.content.GroupContent;
import org.juntos.crypto.session.SealedForMany;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.DeviceDoubts;
import org.juntos.engine.device.IdentityChanges;
import org.juntos.engine.device.RandomIds;
import org.juntos.engine.device.Self;
import org.juntos.engine.outbox.Copies;
import org.juntos.engine.outbox.JobContent;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.outbox.Numbering;
import org.juntos.engine.outbox.Post;
import org.juntos.engine.outbox.Posts;
import org.juntos.engine.outbox.Resending;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.group.StoredGroup;
import org.juntos.store.group.StoredGroup.Standing;
import org.juntos.store.outbox.Outbox;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Encrypts what is for a group once, for the devices of all members that can be reached, and gives
/// this device's sender key to those that lack it. For the sender's thread only.
public final class PostPlanner implements Posts {
  /// A member that cannot be reached now is left out for so long.
  private static final Duration LEFT_OUT = Duration.ofMinutes(10);

  /// The relay is asked for a member's keys again after this when it did not answer.
  private static final Duration NO_ANSWER = Duration.ofSeconds(5);

  /// A relay that has given no leave is asked again after this.
  private static final Duration NO_LEAVE = Duration.ofSeconds(30);

  /// For so long what was written waits for the keys that go before it.
  private static final Duration KEYS_WAIT = Duration.ofSeconds(30);

  private static final Duration KEY_AGE = Duration.ofDays(7);

  private final Self self;
  private final CryptoSource cryptos;
  private final GroupRelay relay;
  private final GroupSync sync;
  private final Jobs jobs;
  private final SenderKeyGiving keys;
  private final Map<AccountId, Tried> tried = new HashMap<>();
  private final Map<ConversationId, Instant> asked = new HashMap<>();
  private final Map<Long, Instant> waiting = new HashMap<>();

  /// A session was wanted with a member.
  ///
  /// @param answered whether the relay has answered: if there is none all the same, it goes without
  private record Tried(Instant at, boolean answered) {}

  public PostPlanner(Self self, CryptoSource cryptos, GroupRelay relay, GroupSync sync, Jobs jobs) {
    this.self = self;
    this.cryptos = cryptos;
    this.relay = relay;
    this.sync = sync;
    this.jobs = jobs;
    keys = new SenderKeyGiving(self, cryptos, jobs);
  }

  @Override
  public Planned plan(Transaction txn, Outbox.Job job, Bytes certificate) {
    var conversation = job.what().conversation();
    var group = txn.groups().find(conversation);
    if (group == null || group.standing() != Standing.MEMBER) {
      return new Planned.Impossible("group-left");
    }
    if (group.trouble().isThere()) {
      return new Planned.Impossible(group.trouble().code());
    }
    if (group.due()) {
      return ask(txn, job, conversation);
    }
    return txn.outbox().sealed(job.id()).isEmpty()
        ? seal(txn, job, group, certificate)
        : ready(txn, job, conversation);
  }

  /// Once, and then again after a while.
  private Planned ask(Transaction txn, Outbox.Job job, ConversationId group) {
    var now = now();
    var last = asked.get(group);
    if (last != null && now.isBefore(last.plus(NO_LEAVE)) && !now.isBefore(last)) {
      asked.remove(group);
      txn.outbox().retryAt(job.id(), now.plus(NO_LEAVE));
      return new Planned.Held();
    }
    asked.put(group, now);
    return new Planned.Unknown();
  }

  private Planned ready(Transaction txn, Outbox.Job job, ConversationId group) {
    var sealed = txn.outbox().sealed(job.id()).getFirst();
    var token = relay.token(group, txn.outbox().addressed(job.id()));
    if (token == null) {
      return ask(txn, job, group);
    }
    asked.remove(group);
    if (isBehindKeys(txn, job)) {
      return new Planned.Held();
    }
    return new Planned.Ready(new Post(group, job, sealed.id(), sealed.ciphertext(), token));
  }

  /// Keys go first, so that what is encrypted under them can be opened when it comes.
  private boolean isBehindKeys(Transaction txn, Outbox.Job job) {
    if (!txn.outbox().waitsForOthers(job.id())) {
      waiting.remove(job.id());
      return false;
    }
    var since = waiting.computeIfAbsent(job.id(), _ -> now());
    return Duration.between(since, now()).abs().compareTo(KEYS_WAIT) < 0;
  }

  private Planned seal(Transaction txn, Outbox.Job job, StoredGroup group, Bytes certificate) {
    var members = txn.groups().members(group.conversation());
    if (members.size() <= 1) {
      return new Planned.Alone();
    }
    var devices = new ArrayList<DeviceAddress>();
    var unestablished = new LinkedHashSet<AccountId>();
    boolean waits = false;
    var crypto = cryptos.in(txn);
    var gone = txn.contacts().gone();
    for (var member : members) {
      var account = member.account();
      if (!account.equals(self.account()) && isSentTo(txn, account)) {
        var reached = gone.contains(account) ? List.<Integer>of() : crypto.recipients(account);
        waits |= !reach(reached, account, devices, unestablished);
      }
    }
    if (!unestablished.isEmpty()) {
      return relay.token(group.conversation(), unestablished) == null
          ? ask(txn, job, group.conversation())
          : tried(unestablished);
    }
    if (waits || devices.isEmpty()) {
      txn.outbox().retryAt(job.id(), now().plus(waits ? NO_ANSWER : LEFT_OUT));
      return new Planned.Held();
    }
    return sealed(txn, job, group, devices, certificate);
  }

  private static boolean isSentTo(Transaction txn, AccountId account) {
    var contact = txn.contacts().find(account);
    return contact != null
        && contact.state() != Contact.State.BLOCKED
        && !IdentityChanges.blocksSending(contact)
        && !DeviceDoubts.blocksSending(txn, account);
  }

  /// Whether it need not be waited for: a member is left out only when the relay has no way to
  /// them.
  private boolean reach(
      List<Integer> reached,
      AccountId account,
      List<DeviceAddress> devices,
      Set<AccountId> unestablished) {
    if (!reached.isEmpty()) {
      reached.forEach(device -> devices.add(new DeviceAddress(account, device)));
      return true;
    }
    var last = tried.get(account);
    if (last == null || isOver(last)) {
      unestablished.add(account);
      return true;
    }
    return last.answered();
  }

  private boolean isOver(Tried last) {
    var pause = last.answered() ? LEFT_OUT : NO_ANSWER;
    return Duration.between(last.at(), now()).abs().compareTo(pause) >= 0;
  }

  private Planned tried(Set<AccountId> unestablished) {
    unestablished.forEach(account -> tried.put(account, new Tried(now(), false)));
    return new Planned.Unestablished(unestablished);
  }

  @Override
  public void answered(AccountId account) {
    tried.put(account, new Tried(now(), true));
  }

  private Planned sealed(
      Transaction txn,
      Outbox.Job job,
      StoredGroup group,
      List<DeviceAddress> devices,
      Bytes certificate) {
    var content = JobContent.of(txn, job.what());
    if (content == null) {
      return new Planned.Impossible("refused");
    }
    refreshKey(txn, group);
    long given = job.what().sequence();
    long before =
        given > 0 ? given - 1 : txn.history().lastSequence(group.conversation(), self.account());
    keys.giveTo(txn, group.conversation(), devices, before);
    long sequence = Numbering.of(txn, job, self.account());
    var binding =
        new Binding(
            self.address(),
            new Audience.Group(group.revision(), group.head()),
            group.conversation(),
            job.what().message(),
            sequence);
    return switch (cryptos.in(txn).groups().seal(devices, binding, content, certificate)) {
      case SealedForMany.Ciphertext ciphertext -> {
        keep(txn, job, devices, ciphertext);
        if (sequence > 0) {
          txn.groupTraffic()
              .keep(group.conversation(), self.address(), sequence, ciphertext.original());
        }
        yield ready(txn, job, group.conversation());
      }
      case SealedForMany.NoSession(var device) -> tried(Set.of(device.account()));
      case SealedForMany.BadCertificate _ -> new Planned.BadCertificate();
    };
  }

  private void keep(
      Transaction txn,
      Outbox.Job job,
      List<DeviceAddress> devices,
      SealedForMany.Ciphertext ciphertext) {
    var id = RandomIds.next(cryptos.random());
    var accounts = devices.stream().map(DeviceAddress::account).distinct().toList();
    txn.outbox()
        .putSealed(job.id(), List.of(new Outbox.SealedEnvelope(id, 0, ciphertext.message())));
    txn.outbox().putAddressed(job.id(), accounts);
    if (job.what().kind() == Outbox.Kind.MESSAGE) {
      txn.groupTraffic().sentTo(job.what().message(), accounts);
    }
  }

  private void refreshKey(Transaction txn, StoredGroup group) {
    var madeAt = group.keyMadeAt();
    boolean old = madeAt == null || Duration.between(madeAt, now()).abs().compareTo(KEY_AGE) > 0;
    var crypto = cryptos.in(txn).groups();
    if (old || !crypto.hasKey(group.conversation())) {
      crypto.renew(group.conversation());
      txn.groupTraffic().renewed(group.conversation());
      txn.groups().put(group.keyed(now()));
    }
  }

  @Override
  public void settle(Transaction txn, Post post, SendOutcome outcome) {
    switch (outcome) {
      case SendOutcome.Accepted _ -> accepted(txn, post);
      case SendOutcome.EndorsementDenied _, SendOutcome.Denied _ -> relay.forget(post.group());
      default -> {} // devices have come or gone: they are asked for, and it is sealed anew
    }
  }

  /// Other devices of this account learn what this one has sent.
  private void accepted(Transaction txn, Post post) {
    var message = post.job().what().message();
    if (post.job().what().kind() == Outbox.Kind.CHANGE) {
      new Copies(jobs).changed(txn, message);
    }
    var entry =
        post.job().what().kind() == Outbox.Kind.MESSAGE ? txn.history().find(message) : null;
    if (entry != null && entry.delivery().accepted() == null && jobs.hasOthers(txn)) {
      jobs.others(
          txn,
          new GroupContent.Sent(
              post.group(),
              self.address().device(),
              entry.sequence(),
              message,
              Resending.content(txn, entry),
              now(),
              txn.outbox().addressed(post.job().id())));
    }
  }

  @Override
  public void refresh(ConversationId group) {
    sync.refresh(group);
  }

  @Override
  public @Nullable Bytes token(Transaction txn, AccountId account) {
    for (var group : txn.groups().shared(account)) {
      var token = relay.token(group, List.of(account));
      if (token != null) {
        return token;
      }
    }
    return null;
  }

  @Override
  public void denied(Transaction txn, AccountId account) {
    txn.groups().shared(account).forEach(relay::forget);
  }

  private Instant now() {
    return cryptos.clock().instant();
  }
}
