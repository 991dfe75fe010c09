package org.juntos.engine.live;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.juntos.content.MessageId;
import org.juntos.engine.device.Self;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.MemberProgress;
import org.juntos.engine.model.ProfileView;
import org.juntos.engine.model.SafetyDigits;
import org.juntos.engine.model.StatusQuote;
import org.juntos.engine.problem.Problems;
import org.juntos.media.FileNames;
import org.juntos.store.Transaction;
import org.juntos.store.attachment.StoredAttachment;
import org.juntos.store.contact.Contact;
import org.juntos.store.history.Entry;
import org.juntos.store.history.History;
import org.juntos.store.status.StoredStatus;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Makes views of what a transaction sees. Thread-safe.
final class ViewReader {
  private static final EntryView.Progress NO_PROGRESS =
      new EntryView.Progress(EntryView.Stage.NONE, null, null, null, null);

  private final Self self;
  private final GroupReader groups;
  private final TextReader texts;
  private final MarksReader marks;
  private final KeptReader kept;
  private final SafetyNumbers safetyNumbers;
  private final Map<Bytes, SafetyDigits> knownSafetyNumbers = new ConcurrentHashMap<>();

  ViewReader(Self self, SafetyNumbers safetyNumbers) {
    this.self = self;
    groups = new GroupReader(self);
    texts = new TextReader(self, groups);
    marks = new MarksReader(self, groups, new CardReader(self, groups), texts);
    kept = new KeptReader(groups, texts);
    this.safetyNumbers = safetyNumbers;
  }

  Self self() {
    return self;
  }

  ContactView contact(Transaction txn, Contact contact) {
    return new ContactView(
        contact.account(),
        self.conversationWith(contact.account()),
        contact.name(),
        standing(contact.state()),
        contact.verified(),
        !contact.changedIdentityKey().isEmpty(),
        safetyNumber(contact),
        contact.relay(),
        Troubles.of(txn, contact.account(), self.account()),
        !contact.changedIdentityKey().isEmpty() && txn.contacts().isProved(contact.account()),
        txn.contacts().access(contact.account()).isOpen(),
        profile(txn, contact.account()));
  }

  ConversationView conversation(Transaction txn, History.Summary summary) {
    var last = summary.last();
    var peer = summary.peer();
    var view = peer == null ? group(txn, summary) : ofTwo(txn, summary, peer, last);
    return view.with(kept.of(txn, summary.id()));
  }

  private ConversationView ofTwo(
      Transaction txn, History.Summary summary, AccountId peer, @Nullable Entry last) {
    return new ConversationView(
            summary.id(),
            peer(txn, peer),
            summary.unread(),
            summary.activeAt(),
            last == null ? null : entry(txn, last),
            null,
            ChosenReader.of(txn, summary.id()))
        .with(stay(txn, summary));
  }

  private static ConversationView.Stay stay(Transaction txn, History.Summary summary) {
    var group = summary.peer() == null ? txn.groups().find(summary.id()) : null;
    var setting = txn.timers().find(summary.id());
    var own = setting == null ? Duration.ZERO : setting.after();
    return new ConversationView.Stay(
        group == null ? own : group.attributes().timer(),
        txn.retention().of(summary.id()),
        txn.retention().own(summary.id()) != null);
  }

  private ConversationView group(Transaction txn, History.Summary summary) {
    var group = txn.groups().find(summary.id());
    if (group == null) {
      throw new IllegalStateException("a conversation of no group: " + summary.id());
    }
    var last = summary.last();
    return new ConversationView(
            summary.id(),
            groups.standIn(group),
            summary.unread(),
            summary.activeAt(),
            last == null ? null : entry(txn, last),
            groups.group(txn, group),
            ChosenReader.of(txn, summary.id()))
        .with(stay(txn, summary));
  }

  MarksReader marks() {
    return marks;
  }

  List<MemberProgress> progress(Transaction txn, MessageId message) {
    return groups.progress(txn, message);
  }

  EntryView entry(Transaction txn, Entry entry) {
    var author = entry.author().account();
    var shown = texts.shown(txn, entry);
    return new EntryView(
        entry.row(),
        entry.id(),
        author,
        name(txn, author),
        entry.outgoing(),
        kind(entry.kind()),
        body(txn, entry, shown.body()),
        entry.sentAt(),
        entry.outgoing() && isUnderWay(entry.kind()) ? progress(entry.delivery()) : NO_PROGRESS,
        attachments(entry),
        quote(txn, entry),
        marks.marks(txn, entry),
        fate(txn, entry),
        texts.view(entry, shown));
  }

  private String body(Transaction txn, Entry entry, String shown) {
    var author = entry.author().account();
    return switch (entry.kind()) {
      case GROUP_CHANGED -> groups.sentence(txn, author, entry.body());
      case TIMER_CHANGED -> groups.sentence(txn, author, "timer " + entry.body());
      default -> entry.marks().sticker() == null ? shown : "";
    };
  }

  private static EntryView.@Nullable Fate fate(Transaction txn, Entry entry) {
    var fate = entry.kind() == Entry.Kind.MESSAGE ? txn.vanishing().of(entry.name()) : null;
    return fate == null ? null : new EntryView.Fate(fate.after(), fate.until());
  }

  private static boolean isUnderWay(Entry.Kind kind) {
    return kind != Entry.Kind.GROUP_CHANGED
        && kind != Entry.Kind.TIMER_CHANGED
        && kind != Entry.Kind.DELETED;
  }

  private @Nullable StatusQuote quote(Transaction txn, Entry entry) {
    var author = entry.author().account();
    var reply =
        entry.kind() == Entry.Kind.MESSAGE ? txn.statusPeople().reply(author, entry.id()) : null;
    if (reply == null) {
      return null;
    }
    var summary = entry.outgoing() ? txn.history().conversation(entry.conversation()) : null;
    var peer = summary == null ? null : summary.peer();
    var owner = peer == null ? self.account() : peer;
    var status = txn.statuses().find(owner, reply.status());
    return status == null
        ? new StatusQuote(reply.status(), reply.kind(), !entry.outgoing(), true, "", Bytes.EMPTY)
        : quote(status, !entry.outgoing());
  }

  private static StatusQuote quote(StoredStatus status, boolean mine) {
    var file = status.content().file();
    return new StatusQuote(
        status.id(),
        status.content().kind(),
        mine,
        false,
        status.content().text(),
        file == null ? Bytes.EMPTY : file.preview().thumbnail());
  }

  private ContactView peer(Transaction txn, AccountId account) {
    var contact = txn.contacts().find(account);
    return contact == null ? unlisted(txn, account) : contact(txn, contact);
  }

  /// Oneself, or an account without a contact row.
  private ContactView unlisted(Transaction txn, AccountId account) {
    return new ContactView(
        account,
        self.conversationWith(account),
        name(txn, account),
        ContactView.Standing.ACCEPTED,
        false,
        false,
        SafetyDigits.UNKNOWN,
        self.relay().text(),
        Troubles.of(txn, account, self.account()),
        false,
        false,
        profile(txn, account));
  }

  private static ProfileView profile(Transaction txn, AccountId account) {
    var known = txn.profiles().of(account);
    return new ProfileView(known.about(), known.pictureVersion());
  }

  String name(Transaction txn, AccountId account) {
    return groups.name(txn, account);
  }

  private SafetyDigits safetyNumber(Contact contact) {
    return contact.identityKey().isEmpty()
        ? SafetyDigits.UNKNOWN
        : knownSafetyNumbers.computeIfAbsent(
            contact.identityKey(),
            key -> new SafetyDigits(key, () -> safetyNumbers.of(contact.account(), key)));
  }

  private static ContactView.Standing standing(Contact.State state) {
    return switch (state) {
      case REQUESTED -> ContactView.Standing.REQUESTED;
      case ASKING -> ContactView.Standing.ASKING;
      case ACCEPTED -> ContactView.Standing.ACCEPTED;
      case BLOCKED -> ContactView.Standing.BLOCKED;
      case REFUSED -> ContactView.Standing.REFUSED;
      case MEMBER -> ContactView.Standing.MEMBER;
      case REMOVED -> ContactView.Standing.REMOVED;
    };
  }

  private static EntryView.Kind kind(Entry.Kind kind) {
    return switch (kind) {
      case MESSAGE -> EntryView.Kind.MESSAGE;
      case IDENTITY_CHANGED -> EntryView.Kind.IDENTITY_CHANGED;
      case GAP -> EntryView.Kind.GAP;
      case CONTACT_ACCEPTED -> EntryView.Kind.CONTACT_ACCEPTED;
      case RESTORED -> EntryView.Kind.RESTORED;
      case GROUP_CHANGED -> EntryView.Kind.GROUP_CHANGED;
      case TIMER_CHANGED -> EntryView.Kind.TIMER_CHANGED;
      case DELETED -> EntryView.Kind.DELETED;
    };
  }

  private static EntryView.Progress progress(Entry.Delivery delivery) {
    var code = delivery.failure();
    var stage = stage(delivery);
    var failure =
        !code.isEmpty() && (stage == EntryView.Stage.FAILED || stage == EntryView.Stage.WAITING)
            ? new EntryView.Failure(code, Problems.failureSentence(code))
            : null;
    return new EntryView.Progress(
        stage, delivery.accepted(), delivery.delivered(), delivery.seen(), failure);
  }

  private static EntryView.Stage stage(Entry.Delivery delivery) {
    if (delivery.seen() != null) {
      return EntryView.Stage.SEEN;
    }
    if (delivery.delivered() != null) {
      return EntryView.Stage.DELIVERED; // whatever has failed since: it has arrived
    }
    if (!delivery.failure().isEmpty() && !Problems.isForNow(delivery.failure())) {
      return EntryView.Stage.FAILED;
    }
    return delivery.accepted() == null ? EntryView.Stage.WAITING : EntryView.Stage.SENT;
  }

  static List<AttachmentView> attachments(Entry entry) {
    return entry.attachments().stream().map(stored -> attachment(entry, stored)).toList();
  }

  private static AttachmentView attachment(Entry entry, StoredAttachment stored) {
    var attachment = stored.attachment();
    var name = FileNames.safe(attachment.fileName());
    return new AttachmentView(
        entry.id(),
        stored.index(),
        attachment.kind(),
        name,
        FileNames.isRisky(name),
        attachment.mediaType(),
        attachment.plaintextBytes(),
        attachment.preview(),
        state(stored.transfer()),
        stored.transferred(),
        attachment.ciphertextBytes());
  }

  private static AttachmentView.State state(StoredAttachment.Transfer transfer) {
    return switch (transfer) {
      case OFFERED -> AttachmentView.State.OFFERED;
      case PREPARING -> AttachmentView.State.PREPARING;
      case WAITING -> AttachmentView.State.WAITING;
      case RUNNING -> AttachmentView.State.RUNNING;
      case DONE -> AttachmentView.State.HERE;
      case CANCELLED -> AttachmentView.State.CANCELLED;
      case FAILED -> AttachmentView.State.FAILED;
    };
  }
}
