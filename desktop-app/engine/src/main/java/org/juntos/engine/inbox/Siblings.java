package org.juntos.engine.inbox;

import java.time.Instant;
import java.util.List;
import org.juntos.content.Binding;
import org.juntos.content.Content;
import org.juntos.content.GroupContent;
import org.juntos.content.Linking;
import org.juntos.content.MessageChange;
import org.juntos.content.MessageId;
import org.juntos.content.MessageName;
import org.juntos.content.StatusContent;
import org.juntos.content.TimerSet;
import org.juntos.crypto.session.Opened;
import org.juntos.crypto.session.SignedList;
import org.juntos.engine.address.AddressTelling;
import org.juntos.engine.choice.Choosing;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.KnownPeople;
import org.juntos.engine.device.OwnAccess;
import org.juntos.engine.device.OwnDeviceNames;
import org.juntos.engine.device.PresenceSharing;
import org.juntos.engine.device.Self;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.outbox.Telling;
import org.juntos.engine.profile.OwnProfile;
import org.juntos.engine.profile.ProfileSettings;
import org.juntos.engine.status.StatusInbox;
import org.juntos.engine.sticker.StickerDesk;
import org.juntos.engine.vanishing.Agreement;
import org.juntos.engine.vanishing.Decisions;
import org.juntos.store.Transaction;
import org.juntos.store.device.OwnDevice;
import org.juntos.store.history.Entry;
import org.juntos.store.history.History;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// Applies what this account's other devices say. The session has proved that it was one of them,
/// so they are believed as this device would be; nothing of it is passed on to others.
final class Siblings {
  private final Self self;
  private final CryptoSource cryptos;
  private final KnownPeople people;
  private final Messages messages;
  private final Amendments amendments;
  private final Jobs jobs;
  private final StatusInbox statuses;
  private final Telling telling;
  private final Agreement timers;

  Siblings(
      Self self,
      CryptoSource cryptos,
      KnownPeople people,
      Messages messages,
      Amendments amendments,
      StatusInbox statuses,
      Jobs jobs,
      Agreement timers) {
    this.timers = timers;
    this.self = self;
    this.cryptos = cryptos;
    this.people = people;
    this.messages = messages;
    this.amendments = amendments;
    this.jobs = jobs;
    this.statuses = statuses;
    telling = new Telling(self, jobs);
  }

  void apply(Transaction txn, Opened.Message opened) {
    switch (opened.content()) {
      case Content.Message note ->
          own(
              txn,
              new Linking.Copy(
                  self.account(),
                  opened.sender(),
                  opened.binding().sequence(),
                  opened.binding().messageId(),
                  note,
                  now()));
      case Linking linking -> apply(txn, opened.sender(), linking);
      case Content.ProfileNews(var version, _) -> Appliers.heard(txn, self.account(), version);
      case StatusContent status -> statuses.own(txn, opened.binding().messageId(), status);
      case GroupContent _, // applied elsewhere
          MessageChange _, // told as what was changed
          Content.Typing _,
          Content.Receipt _,
          Content.ContactRequest _,
          Content.HistoryRestored _,
          Content.ResendRequest _,
          TimerSet _,
          Content.ContactAccepted _ -> {} // for other people
    }
  }

  private void apply(Transaction txn, DeviceAddress sender, Linking linking) {
    switch (linking) {
      case Linking.Hello hello -> greet(txn, sender, hello);
      case Linking.Copy copy -> copy(txn, copy);
      case Linking.Changed changed -> changed(txn, changed);
      case Linking.Hidden hidden -> Amendments.hidden(txn, hidden);
      case Linking.Starred(var stars) ->
          stars.forEach(one -> txn.handling().star(one.message(), one.starred(), one.at()));
      case Linking.Played(var messages) -> messages.forEach(one -> DoneElsewhere.played(txn, one));
      case Linking.StickerPacks packs -> StickerDesk.learn(txn, packs);
      case Linking.ReadMark(var peer, var read) -> read(txn, peer, read);
      case Linking.People(var all) -> all.forEach(person -> people.learn(txn, person));
      case Linking.Profile(var name) -> OwnProfile.told(txn, self.account(), name);
      case Linking.AddressBook book -> AddressTelling.learn(txn, book);
      case Linking.PresenceShared shared -> PresenceSharing.learn(txn, shared);
      case Linking.Choices choices -> Choosing.learn(txn, choices);
      case Linking.OwnKey(var key, var revision) -> OwnAccess.learn(txn, key, revision);
      case Linking.Discoverable(var on) -> ProfileSettings.setDiscoverable(txn, on);
      case Linking.TimerTold told -> timers.learn(txn, told);
      case Linking.Retained retained -> Decisions.learn(txn, retained);
      case Linking.Devices devices -> devices(txn, devices);
      case Linking.Missing missing -> telling.missing(txn, missing);
      case Linking.DeviceAdded _ -> {} // for other people
    }
  }

  private void greet(Transaction txn, DeviceAddress sender, Linking.Hello hello) {
    boolean known =
        txn.devices().all().stream().anyMatch(device -> device.device() == sender.device());
    if (!known || !hello.name().isEmpty()) { // else it has put back a backup
      txn.devices().put(new OwnDevice(sender.device(), hello.name(), hello.since()));
    }
    telling.everything(txn, hello.since());
    AddressTelling.all(txn, jobs);
    statuses.tell(txn);
    Choosing.tellAll(txn, jobs);
    timers.tellOthers(txn);
    Decisions.tellOthers(txn, jobs);
    StickerDesk.tellOthers(txn, jobs);
    if (ProfileSettings.isDiscoverable(txn)) {
      jobs.others(txn, new Linking.Discoverable(true));
    }
  }

  private void devices(Transaction txn, Linking.Devices devices) {
    var shown = new SignedList(devices.list(), devices.signature());
    var list = cryptos.in(txn).learnDeviceList(shown);
    if (list != null) {
      OwnDeviceNames.learn(txn, list, shown, devices.devices());
    }
  }

  private void read(Transaction txn, AccountId peer, List<MessageId> read) {
    var conversation = self.conversationWith(peer);
    DoneElsewhere.read(txn, conversation, read, id -> txn.history().find(id, peer));
  }

  private void copy(Transaction txn, Linking.Copy copy) {
    if (copy.author().account().equals(self.account())) {
      own(txn, copy);
    } else if (copy.author().account().equals(copy.peer())) {
      theirs(txn, copy);
    }
  }

  private void own(Transaction txn, Linking.Copy copy) {
    var known = txn.history().find(copy.id(), self.account());
    if (known != null || copy.author().equals(self.address())) {
      return;
    }
    var conversation = self.conversationWith(copy.peer());
    txn.history().open(conversation, copy.peer(), now());
    txn.history()
        .append(
            new History.NewEntry(
                    copy.id(),
                    conversation,
                    copy.author(),
                    true,
                    copy.sequence(),
                    Entry.Kind.MESSAGE,
                    copy.message().text(),
                    copy.message().sentAt(),
                    now(),
                    copy.message().attachments())
                .saying(copy.message().ranges(), copy.message().preview())
                .showing(copy.message().card()));
    Messages.says(txn, new MessageName(self.account(), copy.id()), copy.message());
    Messages.fetchSmall(txn, copy.id(), copy.message().attachments());
    markAccepted(txn, copy);
  }

  private void markAccepted(Transaction txn, Linking.Copy copy) {
    txn.history().markAccepted(copy.id(), copy.accepted());
    if (copy.peer().equals(self.account())) {
      txn.history().markSeen(copy.id(), copy.accepted()); // a note to self
    }
    for (var early : txn.earlyReceipts().take(copy.peer(), copy.id())) {
      Receipts.device(txn, copy.id(), copy.peer(), early);
      if (early.seen()) {
        txn.history().markSeen(copy.id(), early.at());
      } else {
        txn.history().markDelivered(copy.id(), early.at());
      }
    }
  }

  /// What this device misses of somebody. Whoever gave it has told them already that it arrived.
  private void theirs(Transaction txn, Linking.Copy copy) {
    var contact = txn.contacts().find(copy.peer());
    if (contact == null) {
      return;
    }
    var binding =
        new Binding(
            copy.author(),
            self.address(),
            self.conversationWith(copy.peer()),
            copy.id(),
            copy.sequence());
    var opened = new Opened.Message(copy.author(), binding, copy.message());
    messages.apply(txn, contact, opened, copy.message(), new PendingReceipts());
  }

  private void changed(Transaction txn, Linking.Changed changed) {
    var actor = changed.actor().account();
    if (actor.equals(self.account())) {
      amendments.own(txn, changed);
      return;
    }
    var contact = txn.contacts().find(actor);
    if (contact != null && changed.conversation().equals(self.conversationWith(actor))) {
      var binding = amendments.binding(changed);
      var opened = new Opened.Message(changed.actor(), binding, changed.change());
      amendments.apply(
          txn,
          contact,
          opened,
          changed.change(),
          new PendingReceipts(),
          missing -> messages.askOthers(txn, opened, missing));
    }
  }

  private Instant now() {
    return cryptos.clock().instant();
  }
}
