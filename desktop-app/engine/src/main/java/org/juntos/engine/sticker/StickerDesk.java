package org.juntos.engine.sticker;

import java.time.Instant;
import java.util.List;
import org.juntos.content.Linking;
import org.juntos.content.Sticker;
import org.juntos.content.StickerPack;
import org.juntos.content.StickerPackCodec;
import org.juntos.content.StickerPackPlace;
import org.juntos.engine.conversation.StickerWriting;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.StickerIntent;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.profile.ProfileSettings;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.sticker.StoredPack;
import org.juntos.wire.Bytes;

/// Sends stickers, and installs, removes and makes packs of them.
public final class StickerDesk {
  /// Packs that somebody may have: more cannot be told to other devices at once.
  static final int MOST_PACKS = 200;

  private final Store store;
  private final Jobs jobs;
  private final StickerWriting writing;
  private final PackSharing sharing;
  private final PackMaking making;

  StickerDesk(
      Store store, Jobs jobs, StickerWriting writing, PackSharing sharing, PackMaking making) {
    this.store = store;
    this.jobs = jobs;
    this.writing = writing;
    this.sharing = sharing;
    this.making = making;
  }

  /// Commits what the person wants.
  public Outcome submit(StickerIntent intent) throws InterruptedException {
    return switch (intent) {
      case StickerIntent.Send send -> send(send);
      case StickerIntent.Install(var message) ->
          store.write(txn -> {
            var entry = txn.history().find(message);
            var sticker = entry == null ? null : entry.marks().sticker();
            return sticker == null
                ? Problems.refused("sticker-unknown")
                : install(txn, sticker.pack());
          });
      case StickerIntent.Remove(var pack) -> store.write(txn -> remove(txn, pack));
      case StickerIntent.Make make -> make(make);
    };
  }

  private Outcome send(StickerIntent.Send send) throws InterruptedException {
    var refusal = store.read(txn -> writing.refusal(txn, send.conversation()));
    if (!refusal.isEmpty()) {
      return Problems.refused(refusal);
    }
    var found = store.read(txn -> installed(txn, send.pack()));
    if (found.isEmpty() || send.number() < 0 || send.number() >= found.getFirst().items().size()) {
      return Problems.refused("sticker-unknown");
    }
    var had = found.getFirst();
    var stickers = new StickerPack(had.pack().title(), had.pack().author(), had.items());
    var place = sharing.place(had.pack(), stickers);
    if (place.isSomewhere() && !had.pack().place().isSomewhere()) {
      store.write(txn -> tell(txn, send.pack())); // other devices can fetch it now
    }
    var item = had.items().get(send.number());
    var sticker = new Sticker(place, send.number(), item.emoji(), item.label(), item.image());
    return writing.send(send.conversation(), sticker, send.replyTo());
  }

  /// @param items all of them
  private record Had(StoredPack pack, List<StickerPack.Item> items) {}

  private static List<Had> installed(Transaction txn, Bytes id) {
    var pack = txn.stickerPacks().find(id);
    return pack == null || !pack.installed() || !pack.fetched()
        ? List.of()
        : List.of(new Had(pack, txn.stickerPacks().items(id)));
  }

  private Outcome install(Transaction txn, StickerPackPlace place) {
    var known = txn.stickerPacks().find(place.id());
    if (known != null && known.installed()) {
      return new Outcome.Done();
    }
    if (!place.isSomewhere() && !ShippedPack.is(place.id())) {
      return Problems.refused("sticker-pack-nowhere");
    }
    return choose(txn, place, true);
  }

  private Outcome choose(Transaction txn, StickerPackPlace place, boolean installed) {
    if (installed && txn.stickerPacks().all().size() >= MOST_PACKS) {
      return Problems.refused("sticker-packs-many");
    }
    var at = next(txn, place.id());
    txn.stickerPacks().choose(place, installed, at);
    jobs.others(
        txn,
        new Linking.StickerPacks(List.of(new Linking.StickerPacks.Choice(place, installed, at))));
    return new Outcome.Done();
  }

  private Instant next(Transaction txn, Bytes id) {
    var known = txn.stickerPacks().find(id);
    var after = known == null ? Instant.EPOCH : known.changedAt().plusMillis(1);
    return after.isAfter(jobs.now()) ? after : jobs.now();
  }

  private Outcome remove(Transaction txn, Bytes id) {
    var known = txn.stickerPacks().find(id);
    return known == null || !known.installed()
        ? Problems.refused("sticker-pack-unknown")
        : choose(txn, known.place(), false);
  }

  private Outcome make(StickerIntent.Make make) throws InterruptedException {
    var author = store.read(ProfileSettings::name);
    return switch (making.make(make, author)) {
      case PackMaking.Made.Refused(var code) -> Problems.refused(code);
      case PackMaking.Made.Pack(var pack) -> made(pack);
    };
  }

  /// At the relay, if that can be reached, before other devices are told: they fetch it there.
  private Outcome made(StickerPack pack) throws InterruptedException {
    var id = StickerPackCodec.encode(pack).id();
    var outcome =
        store.write(txn -> {
          if (txn.stickerPacks().all().size() >= MOST_PACKS) {
            return Problems.refused("sticker-packs-many");
          }
          txn.stickerPacks().choose(StickerPackPlace.nowhere(id), true, next(txn, id));
          txn.stickerPacks().fetched(id, pack);
          return new Outcome.StickerPackMade(id);
        });
    var kept = store.read(txn -> installed(txn, id));
    if (outcome instanceof Outcome.StickerPackMade && !kept.isEmpty()) {
      sharing.place(kept.getFirst().pack(), pack);
      store.write(txn -> tell(txn, id));
    }
    return outcome;
  }

  private boolean tell(Transaction txn, Bytes id) {
    var now = txn.stickerPacks().find(id);
    if (now != null && now.place().isSomewhere()) {
      jobs.others(txn, told(List.of(now)));
    }
    return true;
  }

  private static Linking.StickerPacks told(List<StoredPack> packs) {
    return new Linking.StickerPacks(
        packs.stream()
            .map(one ->
                new Linking.StickerPacks.Choice(one.place(), one.installed(), one.changedAt()))
            .toList());
  }

  /// Tells the account's other devices all that they can have.
  public static void tellOthers(Transaction txn, Jobs jobs) {
    var packs =
        txn.stickerPacks().all().stream()
            .filter(one -> !one.installed() || one.place().isSomewhere())
            .toList();
    for (int from = 0; from < packs.size(); from += Linking.MOST) {
      jobs.others(txn, told(packs.subList(from, Math.min(packs.size(), from + Linking.MOST))));
    }
  }

  /// Another device of the account says which packs the person has.
  public static void learn(Transaction txn, Linking.StickerPacks told) {
    told.choices().forEach(one -> txn.stickerPacks().choose(one.pack(), one.installed(), one.at()));
  }
}
