package org.juntos.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.juntos.content.Attachment;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.Engine;
import org.juntos.engine.intent.AccountView;
import org.juntos.engine.intent.AddressView;
import org.juntos.engine.intent.DeviceView;
import org.juntos.engine.intent.HeldView;
import org.juntos.engine.intent.ImportView;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MatchView;
import org.juntos.engine.intent.OwnProfileView;
import org.juntos.engine.intent.PushView;
import org.juntos.engine.intent.SafetyNumberView;
import org.juntos.engine.intent.SafetyNumberView.Shown;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.ChangeView;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.DeviceTrouble;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.Event;
import org.juntos.engine.model.Live;
import org.juntos.engine.model.PackView;
import org.juntos.engine.model.PersonalView;
import org.juntos.engine.model.PresenceView;
import org.juntos.engine.model.SafetyDigits;
import org.juntos.engine.model.SessionView;
import org.juntos.engine.model.StatusesView;
import org.juntos.engine.model.VersionView;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// A profile that lives in memory and outlasts the engines that open it. Tests put things into it
/// as the relay and the store would.
final class MemoryProfile {
  static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  static final AccountId SELF = AccountId.parse("00000000-0000-4000-8000-000000000001");
  static final String PASSPHRASE = "correct horse";

  final MemoryLive<SessionView> session = new MemoryLive<>(new SessionView.Unregistered());
  PushView push = new PushView(List.of("web"), Bytes.of(new byte[] {4, 9}), "", "");
  final List<DeviceView> devices = new CopyOnWriteArrayList<>();
  SessionView linking = new SessionView.Unregistered();
  SafetyNumberView number = new SafetyNumberView(Shown.NONE, Shown.NONE, false);
  ImportView imported = new ImportView(0, 0, 0, List.of());
  List<AddressView> addresses = List.of();
  OwnProfileView own = new OwnProfileView("Ana", "", 0, 0, false);
  boolean linkPreviews;
  boolean shared = true;
  final MemoryLive<Map<AccountId, PresenceView>> presence = new MemoryLive<>(Map.of());
  HeldView held = new HeldView(NOON, List.of(), List.of());
  final MemoryLive<ConnectionView> connection =
      new MemoryLive<>(new ConnectionView(new ConnectionView.State.Online(), 0, true));
  final MemoryLive<List<ContactView>> contacts = new MemoryLive<>(List.of());
  final MemoryLive<PersonalView> personal = new MemoryLive<>(PersonalView.NONE);
  final MemoryLive<StatusesView> statuses = new MemoryLive<>(StatusesView.NONE);
  final MemoryLive<List<ConversationView>> conversations = new MemoryLive<>(List.of());
  MatchView matched = new MatchView(0, 0, 0, null);
  volatile boolean discoverable;
  final MemoryStaying staying = new MemoryStaying();
  final MemoryGroups groups = new MemoryGroups(conversations);
  AccountView account = new AccountView("", false, 0, 0, "", false);

  /// Of the account that has the number; empty when it is not locked.
  String pin = "";

  final List<ChangeView> changes = new CopyOnWriteArrayList<>();
  List<VersionView> versions = List.of();
  List<PackView> packs = List.of();
  final List<Intent> submitted = new CopyOnWriteArrayList<>();
  final List<String> sought = new CopyOnWriteArrayList<>();
  final List<String> passphrases = new CopyOnWriteArrayList<>();
  private final List<EntryView> entries = new CopyOnWriteArrayList<>();
  private final List<Consumer<? super Event>> listeners = new CopyOnWriteArrayList<>();
  private static final MessageId LATER = new MessageId(new UUID(0, 0));

  private volatile EntryView.Stage stageOfSent = EntryView.Stage.SENT;
  private final AtomicInteger looks = new AtomicInteger();
  private final Map<Long, Long> late = new ConcurrentHashMap<>();
  private int skipped;

  Engine open(Path folder) {
    return new MemoryEngine(this);
  }

  void register() {
    session.set(
        new SessionView.Ready(SELF, 1, "Ana", "http://127.0.0.1:1", "juntos://contact/ana"));
  }

  /// The next row is so much further down.
  void skip(int rows) {
    skipped = rows;
  }

  Map<Long, Long> late(long after) {
    var found = new HashMap<>(late);
    found.values().removeIf(arrival -> arrival <= after);
    return found;
  }

  /// How far messages come by themselves.
  void sendAsFarAs(EntryView.Stage stage) {
    stageOfSent = stage;
  }

  ContactView addContact(String account, String name) {
    var id = AccountId.parse(account);
    var contact =
        new ContactView(
            id,
            ConversationId.ofTwo(SELF, id),
            name,
            ContactView.Standing.ACCEPTED,
            false,
            false,
            SafetyDigits.UNKNOWN,
            "http://127.0.0.1:1");
    var all = new ArrayList<>(contacts.value());
    all.add(contact);
    contacts.set(List.copyOf(all));
    var listed = new ArrayList<>(conversations.value());
    listed.add(new ConversationView(contact.conversation(), contact, 0, NOON, null));
    conversations.set(List.copyOf(listed));
    return contact;
  }

  /// As models do it: after a moment, on another thread.
  void changeContact(AccountId account, ContactView.Standing standing) {
    Thread.ofVirtual().start(() -> changeContactNow(account, standing));
  }

  void changeContactNow(AccountId account, ContactView.Standing standing) {
    contacts.set(
        contacts.value().stream()
            .map(c -> c.account().equals(account) ? standing(c, standing) : c)
            .toList());
  }

  void verify(AccountId account, boolean verified) {
    contacts.set(
        contacts.value().stream()
            .map(c ->
                c.account().equals(account)
                    ? MemoryContacts.standing(c, c.standing(), verified)
                    : c)
            .toList());
  }

  private static ContactView standing(ContactView contact, ContactView.Standing standing) {
    return MemoryContacts.standing(contact, standing, contact.verified());
  }

  /// The relay shows an old list of their devices.
  void doubt(ContactView contact) {
    var trouble =
        new DeviceTrouble(
            DeviceTrouble.Kind.OLDER, "device-list-old", "revision 1 after revision 2", NOON, true);
    contacts.set(List.of(MemoryContacts.with(contact, false, trouble)));
  }

  /// The relay says that their account is deleted.
  void delete(ContactView contact) {
    var trouble =
        new DeviceTrouble(
            DeviceTrouble.Kind.DELETED, "account-deleted", "no such account", NOON, true);
    contacts.set(List.of(MemoryContacts.with(contact, false, trouble)));
  }

  /// Another key was met, and the verified one is back.
  void keyBack(ContactView contact) {
    contacts.set(List.of(MemoryContacts.with(contact, true, null)));
  }

  EntryView arrive(ContactView from, String body) {
    return arrive(from, body, List.of());
  }

  EntryView arrive(ContactView from, String body, List<AttachmentView> attachments) {
    var entry = entry(from.account(), from.name(), false, body, attachments);
    entries.add(entry);
    tell(new Event.MessageReceived(from.conversation(), entry));
    return entry;
  }

  /// Something comes that was written before what is there.
  EntryView arriveLate(ContactView from, String body, long row) {
    var id = new MessageId(UUID.nameUUIDFromBytes(body.getBytes(StandardCharsets.UTF_8)));
    var entry = entry(from.account(), from.name(), false, body, List.of(), id, row);
    entries.add(entry);
    entries.sort(Comparator.comparingLong(EntryView::row));
    late.put(row, entries.getLast().row() + late.size() + 1);
    tell(new Event.MessageReceived(from.conversation(), entry));
    return entry;
  }

  EntryView append(String body) {
    return append(body, List.of());
  }

  EntryView append(String body, List<Intent.OutgoingFile> files) {
    var state = looks.get() > 0 ? AttachmentView.State.PREPARING : AttachmentView.State.WAITING;
    var attachments =
        files.stream()
            .map(file -> attachment(LATER, String.valueOf(file.path().getFileName()), state))
            .toList();
    var entry = entry(SELF, "Ana", true, body, attachments);
    entries.add(entry);
    return entry;
  }

  /// How often somebody may look at a message before its files are prepared.
  void prepareFor(int looks) {
    this.looks.set(looks);
  }

  /// Somebody has looked.
  void prepareOn() {
    if (looks.decrementAndGet() == 0) {
      var entry = entries.getLast();
      entries.set(
          entries.size() - 1,
          entry(SELF, "Ana", true, entry.body(), List.of(), entry.id(), entry.row()));
    }
  }

  /// Ben says something.
  MessageId appendVoice(long millis) {
    var id = new MessageId(UUID.nameUUIDFromBytes(new byte[] {(byte) millis}));
    var ben = contacts.value().getFirst().account();
    var voice = List.of(Spoken.attachment(id, millis));
    entries.add(entry(ben, "Ben", false, "", voice, id, entries.size() + 1));
    return id;
  }

  void progress(MessageId message, EntryView.Stage stage) {
    var entry = find(message);
    var changed = MemoryProgress.withStage(entry, stage);
    entries.set(entries.indexOf(entry), changed);
    tell(
        new Event.MessageProgressed(
            conversations.value().getFirst().id(), message, changed.progress()));
  }

  EntryView find(MessageId message) {
    return entries.stream().filter(entry -> entry.id().equals(message)).findFirst().orElseThrow();
  }

  /// The tests have one conversation.
  List<EntryView> before(long row, int limit) {
    var older = entries.stream().filter(entry -> entry.row() < row).toList();
    return older.subList(Math.max(0, older.size() - limit), older.size());
  }

  void replace(EntryView entry, EntryView with) {
    entries.set(entries.indexOf(entry), with);
  }

  void tell(Event event) {
    listeners.forEach(listener -> listener.accept(event));
  }

  Live.Watch listen(Consumer<? super Event> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  static AttachmentView attachment(MessageId message, String name, AttachmentView.State state) {
    return attachment(message, 0, name, state);
  }

  static AttachmentView attachment(
      MessageId message, int index, String name, AttachmentView.State state) {
    return new AttachmentView(
        message,
        index,
        Attachment.Kind.FILE,
        name,
        false,
        "text/plain",
        3,
        Attachment.Preview.NONE,
        state,
        0,
        64);
  }

  private EntryView entry(
      AccountId author,
      String name,
      boolean outgoing,
      String body,
      List<AttachmentView> attachments) {
    var row = entries.isEmpty() ? 1 : entries.getLast().row() + 1 + late.size() + skipped;
    skipped = 0;
    var id = new MessageId(UUID.nameUUIDFromBytes(("m" + row).getBytes(StandardCharsets.UTF_8)));
    return entry(author, name, outgoing, body, attachments, id, row);
  }

  private EntryView entry(
      AccountId author,
      String name,
      boolean outgoing,
      String body,
      List<AttachmentView> attachments,
      MessageId id,
      long row) {
    var entry =
        new EntryView(
            row,
            id,
            author,
            name,
            outgoing,
            EntryView.Kind.MESSAGE,
            body,
            NOON,
            new EntryView.Progress(EntryView.Stage.NONE, null, null, null, null),
            attachments);
    var preparing = attachments.stream().anyMatch(a -> a.state() == AttachmentView.State.PREPARING);
    return outgoing
        ? MemoryProgress.withStage(entry, preparing ? EntryView.Stage.WAITING : stageOfSent)
        : entry;
  }
}
