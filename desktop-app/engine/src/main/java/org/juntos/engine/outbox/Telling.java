package org.juntos.engine.outbox;

import java.time.Instant;
import org.juntos.content.Content;
import org.juntos.content.Linking;
import org.juntos.engine.device.KnownPeople;
import org.juntos.engine.device.OwnAccess;
import org.juntos.engine.device.OwnDeviceNames;
import org.juntos.engine.device.PresenceSharing;
import org.juntos.engine.device.Self;
import org.juntos.engine.profile.OwnProfile;
import org.juntos.engine.profile.ProfileSettings;
import org.juntos.store.Transaction;
import org.juntos.store.history.Entry;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// Tells this account's other devices what one of them does not know.
public final class Telling {
  /// Of one conversation, looked at from its end.
  private static final int LATEST = 1_000;

  /// So many people fit one content, whatever they are called.
  private static final int PEOPLE = 32;

  private final Self self;
  private final Jobs jobs;
  private final Copies copies;

  public Telling(Self self, Jobs jobs) {
    this.self = self;
    this.jobs = jobs;
    copies = new Copies(jobs);
  }

  /// Who the people are, which devices there are, and what this account has sent since.
  public void everything(Transaction txn, Instant since) {
    devices(txn);
    jobs.others(txn, new Linking.Profile(ProfileSettings.name(txn)));
    ownProfile(txn);
    var people =
        txn.contacts().all().stream()
            .filter(KnownPeople::isTold)
            .map(contact -> KnownPeople.newPerson(txn, self, contact))
            .toList();
    for (int from = 0; from < people.size(); from += PEOPLE) {
      int to = Math.min(people.size(), from + PEOPLE);
      jobs.others(txn, new Linking.People(people.subList(from, to)));
    }
    for (var person : people) {
      sentSince(txn, person.account(), since);
    }
    sentSince(txn, self.account(), since);
    stars(txn);
  }

  private void stars(Transaction txn) {
    var page = txn.handling().stars(null, Linking.MOST);
    while (!page.isEmpty()) {
      jobs.others(
          txn,
          new Linking.Starred(
              page.stream()
                  .map(one -> new Linking.Starred.Star(one.message(), one.starred(), one.at()))
                  .toList()));
      page = txn.handling().stars(page.getLast().message(), Linking.MOST);
    }
  }

  /// What lets contacts in, and what they may see.
  private void ownProfile(Transaction txn) {
    var key = OwnAccess.newest(txn);
    if (!key.key().isNone()) {
      jobs.others(txn, new Linking.OwnKey(key.key(), key.revision()));
    }
    jobs.others(txn, PresenceSharing.told(txn));
    long version = OwnProfile.atRelay(txn, self.account());
    if (version > 0) {
      jobs.others(txn, new Content.ProfileNews(version, jobs.now()));
    }
  }

  /// Which devices the account has, and what they are called.
  public void devices(Transaction txn) {
    var devices = OwnDeviceNames.devices(txn);
    if (devices != null) {
      jobs.others(txn, devices);
    }
  }

  private void sentSince(Transaction txn, AccountId peer, Instant since) {
    var conversation = self.conversationWith(peer);
    for (var entry : txn.history().before(conversation, Long.MAX_VALUE, LATEST)) {
      var accepted = entry.delivery().accepted();
      if (entry.outgoing()
          && entry.kind() == Entry.Kind.MESSAGE
          && accepted != null
          && !accepted.isBefore(since)) {
        copies.give(txn, entry, peer, accepted);
        txn.messageChanges().of(entry.name()).forEach(change -> copies.give(txn, change));
      }
    }
  }

  /// Messages of somebody that another device of this account misses, as far as they are here.
  public void missing(Transaction txn, Linking.Missing missing) {
    var author = new DeviceAddress(missing.peer(), missing.device());
    var conversation = self.conversationWith(missing.peer());
    for (var entry : txn.history().before(conversation, Long.MAX_VALUE, LATEST)) {
      if (entry.author().equals(author)
          && entry.kind() == Entry.Kind.MESSAGE
          && entry.sequence() >= missing.first()
          && entry.sequence() <= missing.last()) {
        copies.give(txn, entry, missing.peer(), Instant.EPOCH);
      }
    }
    txn.messageChanges()
        .numbered(conversation, author, missing.first(), missing.last())
        .forEach(change -> copies.give(txn, change));
  }
}
