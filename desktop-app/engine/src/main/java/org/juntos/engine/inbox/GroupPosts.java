package org.juntos.engine.inbox;

import org.jspecify.annotations.Nullable;
import org.juntos.content.Audience;
import org.juntos.content.Content;
import org.juntos.content.ConversationId;
import org.juntos.content.GroupContent;
import org.juntos.content.MessageChange;
import org.juntos.content.MessageName;
import org.juntos.crypto.session.Opened;
import org.juntos.engine.choice.Choosing;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.group.Contradictions;
import org.juntos.engine.group.GroupRepair;
import org.juntos.engine.outbox.Jobs;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.group.StoredGroup;
import org.juntos.store.group.StoredGroup.Standing;
import org.juntos.store.history.Entry;
import org.juntos.wire.AccountId;

/// Puts what members write to a group into its timeline: only of those who were members with the
/// right to write at the revision that they name and still are members, or somebody who is out
/// could go on naming an old one; and only when that is the history known here.
final class GroupPosts {
  private final CryptoSource cryptos;
  private final Jobs jobs;
  private final GroupRepair repair;
  private final Contradictions contradictions;
  private final Placement placement;
  private final Amendments amendments;

  GroupPosts(
      CryptoSource cryptos,
      Jobs jobs,
      GroupRepair repair,
      Contradictions contradictions,
      Amendments amendments) {
    this.amendments = amendments;
    this.cryptos = cryptos;
    this.jobs = jobs;
    this.repair = repair;
    this.contradictions = contradictions;
    this.placement = new Placement(cryptos);
  }

  /// Whether it can be told what a post is worth: when not, the group has to be asked for first.
  boolean isJudgeable(Transaction txn, Opened.Post post) {
    var group = txn.groups().find(post.binding().conversation());
    if (group == null) {
      return true;
    }
    return switch (group.standing()) {
      case ENTERING, ASKED -> false;
      case GONE -> true;
      case MEMBER -> revision(post) <= group.revision();
    };
  }

  private static int revision(Opened.Post post) {
    return post.binding().to() instanceof Audience.Group(var revision, _) ? revision : -1;
  }

  /// The relay has to be asked what is new.
  void ask(Transaction txn, ConversationId conversation) {
    var group = txn.groups().find(conversation);
    if (group != null && !group.due() && !group.trouble().isThere()) {
      txn.groups().put(group.due(true));
    }
  }

  void apply(Transaction txn, Opened.Post post, PendingReceipts pending) {
    var conversation = post.binding().conversation();
    var author = post.sender().account();
    var group = txn.groups().find(conversation);
    var contact = txn.contacts().find(author);
    if (group == null
        || group.standing() != Standing.MEMBER
        || contact == null
        || contact.state() == Contact.State.BLOCKED
        || txn.groups().member(conversation, author) == null
        || !agrees(txn, group, post)
        || !txn.groups().mayPost(conversation, author, revision(post))) {
      return;
    }
    switch (post.content()) {
      case Content.Message message -> message(txn, post, message, pending);
      case MessageChange change ->
          amendments.apply(txn, post, change, missing -> repair.ask(txn, post, missing));
      case GroupContent.Updated _ -> {} // that the revision is known has shown it
      default -> {} // not for all
    }
  }

  /// Two different changes of one revision: members are shown different groups.
  private boolean agrees(Transaction txn, StoredGroup group, Opened.Post post) {
    return post.binding().to() instanceof Audience.Group named
        && contradictions.isKnown(txn, group, post.sender().account(), named);
  }

  /// A post names a change that the relay does not show.
  ///
  /// @return whether it may be shown one day: not when it is of somebody who is not in the group
  boolean doubt(Transaction txn, Opened.Post post) {
    var group = txn.groups().find(post.binding().conversation());
    var author = post.sender().account();
    if (group == null || txn.groups().member(group.conversation(), author) == null) {
      return false;
    }
    contradictions.withheld(txn, group, author, revision(post));
    return true;
  }

  private void message(
      Transaction txn, Opened.Post post, Content.Message message, PendingReceipts pending) {
    var binding = post.binding();
    if (binding.sequence() < 1) {
      return; // outside the timeline: no version writes that
    }
    var now = cryptos.clock().instant();
    var sequence = txn.history().arrived(binding.conversation(), post.sender(), binding.sequence());
    var known = txn.history().find(binding.messageId());
    if (sequence.repeated() || known != null) {
      pendingAgain(post, known, pending);
      return;
    }
    long row =
        placement.row(
            txn,
            binding.conversation(),
            post.sender(),
            sequence,
            missing -> repair.ask(txn, post, missing));
    txn.groupTraffic()
        .keep(binding.conversation(), post.sender(), binding.sequence(), post.original());
    txn.history()
        .append(
            Messages.entry(binding, post.sender(), message, now),
            row); // forgets the original when it is deleted already
    Choosing.arrived(txn, jobs, binding.conversation());
    Messages.quotes(txn, new MessageName(post.sender().account(), binding.messageId()), message);
    Messages.fetchSmall(txn, binding.messageId(), message.attachments());
    pending.addOfGroup(post.sender().account(), binding.messageId());
  }

  /// Whoever repeats a message has not heard that it arrived.
  private static void pendingAgain(
      Opened.Post post, @Nullable Entry known, PendingReceipts pending) {
    AccountId author = post.sender().account();
    if (known != null && !known.outgoing() && known.author().account().equals(author)) {
      pending.addOfGroup(author, known.id());
    }
  }
}
