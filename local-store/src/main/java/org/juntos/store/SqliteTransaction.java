package org.juntos.store;

import java.util.random.RandomGenerator;
import org.juntos.crypto.record.ProtocolRecords;
import org.juntos.store.address.AddressBook;
import org.juntos.store.address.SqliteAddressBook;
import org.juntos.store.attachment.AttachmentRows;
import org.juntos.store.attachment.Attachments;
import org.juntos.store.attachment.SqliteAttachments;
import org.juntos.store.choice.Choices;
import org.juntos.store.contact.Contacts;
import org.juntos.store.contact.Profiles;
import org.juntos.store.contact.SqliteContacts;
import org.juntos.store.contact.SqliteProfiles;
import org.juntos.store.db.Counters;
import org.juntos.store.db.Queries;
import org.juntos.store.device.OwnDevices;
import org.juntos.store.device.SqliteOwnDevices;
import org.juntos.store.draft.Drafts;
import org.juntos.store.draft.Recordings;
import org.juntos.store.draft.Schedule;
import org.juntos.store.group.GroupTraffic;
import org.juntos.store.group.Groups;
import org.juntos.store.group.SqliteGroups;
import org.juntos.store.history.DeviceDeliveries;
import org.juntos.store.history.EarlyMarks;
import org.juntos.store.history.EarlyReceipts;
import org.juntos.store.history.EntryAttachments;
import org.juntos.store.history.Handling;
import org.juntos.store.history.History;
import org.juntos.store.history.MessageChanges;
import org.juntos.store.history.OldEntries;
import org.juntos.store.history.Quotes;
import org.juntos.store.history.SqliteHistory;
import org.juntos.store.history.Vanishing;
import org.juntos.store.inbox.Inbox;
import org.juntos.store.inbox.SqliteInbox;
import org.juntos.store.outbox.Lanes;
import org.juntos.store.outbox.Outbox;
import org.juntos.store.outbox.SqliteOutbox;
import org.juntos.store.protocol.SqliteProtocolRecords;
import org.juntos.store.search.Search;
import org.juntos.store.search.SearchIndex;
import org.juntos.store.search.SqliteSearch;
import org.juntos.store.search.SqliteSearchIndex;
import org.juntos.store.settings.Retention;
import org.juntos.store.settings.Settings;
import org.juntos.store.settings.SqliteSettings;
import org.juntos.store.settings.Timers;
import org.juntos.store.status.SqliteStatuses;
import org.juntos.store.status.StatusPeople;
import org.juntos.store.status.Statuses;
import org.juntos.store.sticker.StickerPacks;
import org.juntos.store.sticker.Stickers;

/// The parts of one transaction on one connection.
final class SqliteTransaction implements Transaction {
  private final Queries queries;
  private final ChangeLog changes;
  private final RandomGenerator random;
  private final Counters counters;
  private final Lanes lanes;
  private int depth;

  SqliteTransaction(Queries queries, ChangeLog changes, RandomGenerator random) {
    this.queries = queries;
    this.changes = changes;
    this.random = random;
    counters = new Counters(queries);
    lanes = new Lanes(queries, changes);
  }

  @Override
  public History history() {
    var attachments = new EntryAttachments(new AttachmentRows(queries), lanes, random);
    return new SqliteHistory(queries, counters, attachments, changes);
  }

  @Override
  public Outbox outbox() {
    return new SqliteOutbox(queries, counters, lanes, changes);
  }

  @Override
  public Inbox inbox() {
    return new SqliteInbox(queries, changes);
  }

  @Override
  public Contacts contacts() {
    return new SqliteContacts(queries, changes);
  }

  @Override
  public Profiles profiles() {
    return new SqliteProfiles(queries, changes);
  }

  @Override
  public Attachments attachments() {
    return new SqliteAttachments(queries, lanes, changes);
  }

  @Override
  public Settings settings() {
    return new SqliteSettings(queries, changes);
  }

  @Override
  public OwnDevices devices() {
    return new SqliteOwnDevices(queries, changes);
  }

  @Override
  public AddressBook addressBook() {
    return new SqliteAddressBook(queries);
  }

  @Override
  public Groups groups() {
    return new SqliteGroups(queries, changes);
  }

  @Override
  public GroupTraffic groupTraffic() {
    return new GroupTraffic(queries);
  }

  @Override
  public DeviceDeliveries deviceDeliveries() {
    return new DeviceDeliveries(queries);
  }

  @Override
  public EarlyMarks earlyMarks() {
    return new EarlyMarks(queries);
  }

  @Override
  public EarlyReceipts earlyReceipts() {
    return new EarlyReceipts(queries);
  }

  @Override
  public MessageChanges messageChanges() {
    return new MessageChanges(queries, changes);
  }

  @Override
  public Quotes quotes() {
    return new Quotes(queries, changes);
  }

  @Override
  public Handling handling() {
    return new Handling(queries, changes);
  }

  @Override
  public Drafts drafts() {
    return new Drafts(queries, changes);
  }

  @Override
  public Schedule schedule() {
    return new Schedule(queries, changes);
  }

  @Override
  public Recordings recordings() {
    return new Recordings(queries, changes);
  }

  @Override
  public Stickers stickers() {
    return new Stickers(queries);
  }

  @Override
  public StickerPacks stickerPacks() {
    return new StickerPacks(queries, changes);
  }

  @Override
  public ProtocolRecords protocol() {
    return new SqliteProtocolRecords(queries, counters);
  }

  @Override
  public Choices choices() {
    return new Choices(queries, changes);
  }

  @Override
  public Statuses statuses() {
    return new SqliteStatuses(queries, changes);
  }

  @Override
  public StatusPeople statusPeople() {
    return new StatusPeople(queries, changes);
  }

  @Override
  public Vanishing vanishing() {
    return new Vanishing(queries, changes);
  }

  @Override
  public OldEntries oldEntries() {
    return new OldEntries(queries, changes);
  }

  @Override
  public Timers timers() {
    return new Timers(queries, changes);
  }

  @Override
  public Retention retention() {
    return new Retention(queries, changes);
  }

  @Override
  public Search search() {
    return new SqliteSearch(queries, counters);
  }

  @Override
  public SearchIndex searchIndex() {
    return new SqliteSearchIndex(queries, counters);
  }

  @Override
  public void savepoint(Runnable work) {
    var name = "level" + depth++;
    var mark = changes.mark();
    var done = false;
    queries.update("SAVEPOINT " + name);
    try {
      work.run();
      done = true;
    } finally {
      depth--;
      leave(name, mark, done);
    }
  }

  private void leave(String name, int mark, boolean done) {
    if (!queries.usable()) {
      return; // all of the transaction fails
    }
    if (!done) {
      queries.update("ROLLBACK TO " + name);
      changes.backTo(mark);
    }
    queries.update("RELEASE " + name);
  }
}
