package org.juntos.store;

import org.juntos.crypto.record.ProtocolRecords;
import org.juntos.store.address.AddressBook;
import org.juntos.store.attachment.Attachments;
import org.juntos.store.choice.Choices;
import org.juntos.store.contact.Contacts;
import org.juntos.store.contact.Profiles;
import org.juntos.store.device.OwnDevices;
import org.juntos.store.draft.Drafts;
import org.juntos.store.draft.Recordings;
import org.juntos.store.draft.Schedule;
import org.juntos.store.group.GroupTraffic;
import org.juntos.store.group.Groups;
import org.juntos.store.history.DeviceDeliveries;
import org.juntos.store.history.EarlyMarks;
import org.juntos.store.history.EarlyReceipts;
import org.juntos.store.history.Handling;
import org.juntos.store.history.History;
import org.juntos.store.history.MessageChanges;
import org.juntos.store.history.OldEntries;
import org.juntos.store.history.Quotes;
import org.juntos.store.history.Vanishing;
import org.juntos.store.inbox.Inbox;
import org.juntos.store.outbox.Outbox;
import org.juntos.store.search.Search;
import org.juntos.store.search.SearchIndex;
import org.juntos.store.settings.Retention;
import org.juntos.store.settings.Settings;
import org.juntos.store.settings.Timers;
import org.juntos.store.status.StatusPeople;
import org.juntos.store.status.Statuses;
import org.juntos.store.sticker.StickerPacks;
import org.juntos.store.sticker.Stickers;

/// One transaction: everything that it hands out lives and dies with it and belongs to its thread.
public interface Transaction {
  History history();

  Outbox outbox();

  Inbox inbox();

  Contacts contacts();

  Profiles profiles();

  Attachments attachments();

  Settings settings();

  OwnDevices devices();

  AddressBook addressBook();

  Groups groups();

  GroupTraffic groupTraffic();

  EarlyReceipts earlyReceipts();

  EarlyMarks earlyMarks();

  DeviceDeliveries deviceDeliveries();

  MessageChanges messageChanges();

  Quotes quotes();

  Handling handling();

  Drafts drafts();

  Schedule schedule();

  Recordings recordings();

  Stickers stickers();

  StickerPacks stickerPacks();

  ProtocolRecords protocol();

  Choices choices();

  Statuses statuses();

  StatusPeople statusPeople();

  Vanishing vanishing();

  OldEntries oldEntries();

  Timers timers();

  Retention retention();

  Search search();

  SearchIndex searchIndex();

  /// Runs `work` so that, when it throws, only what it wrote is undone and the transaction goes on
  /// (SQLite savepoint).
  ///
  /// @throws RuntimeException what `work` threw, after the undo
  void savepoint(Runnable work);
}
