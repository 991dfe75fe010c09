package org.juntos.engine.address;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.juntos.content.AddressEntry;
import org.juntos.engine.intent.AddressView;
import org.juntos.engine.intent.ImportView;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.problem.Problems;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.address.AddressBook;
import org.juntos.wire.Bytes;

/// Imports, shows and removes entries of the person's address book.
public final class AddressDesk {
  /// Photos make files large; what is read of them is small.
  static final long MAX_FILE_BYTES = 64L * 1024 * 1024;

  /// Entries that are kept.
  static final int MOST_ENTRIES = 10_000;

  private final Store store;
  private final Jobs jobs;

  public AddressDesk(Store store, Jobs jobs) {
    this.store = store;
    this.jobs = jobs;
  }

  /// Reads a file and keeps what can be read of it, all in one transaction.
  public Outcome read(Path file) {
    List<CardFile.Card> cards;
    try {
      if (!Files.isRegularFile(file)) {
        return Problems.refused("file-unreadable");
      }
      if (Files.size(file) > MAX_FILE_BYTES) {
        return Problems.refused("cards-too-large");
      }
      cards = CardFile.cards(CardFile.text(Files.readAllBytes(file)));
    } catch (IOException _) {
      return Problems.refused("file-unreadable");
    }
    return cards.isEmpty() ? Problems.refused("no-cards") : keep(cards);
  }

  private Outcome keep(List<CardFile.Card> cards) {
    var entries = new LinkedHashMap<Bytes, AddressEntry>();
    var bad = new ArrayList<ImportView.Bad>();
    for (int at = 0; at < cards.size(); at++) {
      switch (CardReading.read(cards.get(at))) {
        case CardReading.Read.Entry(var entry) -> entries.put(entry.id(), entry);
        case CardReading.Read.Bad(var name, var why) ->
            bad.add(new ImportView.Bad(at + 1, name, why));
      }
    }
    return store.write(txn -> keep(txn, entries, bad));
  }

  private Outcome keep(
      Transaction txn, Map<Bytes, AddressEntry> entries, List<ImportView.Bad> bad) {
    var changed = new ArrayList<AddressEntry>();
    int added = 0;
    int known = 0;
    for (var entry : entries.values()) {
      var before = txn.addressBook().find(entry.id());
      if (before != null && before.entry().equals(entry)) {
        known++;
      } else {
        added += before == null ? 1 : 0;
        changed.add(entry);
      }
    }
    if (txn.addressBook().size() + added > MOST_ENTRIES) {
      return Problems.refused("address-book-full");
    }
    changed.forEach(txn.addressBook()::put);
    AddressTelling.changed(txn, jobs, changed, List.of());
    return new Outcome.Imported(new ImportView(added, changed.size() - added, known, bad));
  }

  /// All entries, by name.
  public Outcome look() {
    var entries =
        store.read(txn -> txn.addressBook().all().stream().map(known -> view(txn, known)).toList());
    return new Outcome.AddressBook(entries);
  }

  private static AddressView view(Transaction txn, AddressBook.Known known) {
    var entry = known.entry();
    var account = known.account();
    boolean contact = account != null && txn.contacts().find(account) != null;
    return new AddressView(
        entry.id(), entry.name(), entry.phones(), entry.emails(), account, contact);
  }

  /// Removes entries, here and on the account's other devices.
  public Outcome remove(List<Bytes> ids) {
    return store.write(txn -> {
      var removed = ids.stream().filter(txn.addressBook()::remove).toList();
      AddressTelling.changed(txn, jobs, List.of(), removed);
      return removed.isEmpty() && !ids.isEmpty()
          ? Problems.refused("address-unknown")
          : new Outcome.Done();
    });
  }
}
