package org.juntos.engine.address;

import java.util.List;
import org.juntos.content.AddressEntry;
import org.juntos.content.Linking;
import org.juntos.engine.outbox.Jobs;
import org.juntos.store.Transaction;
import org.juntos.store.address.AddressBook;
import org.juntos.wire.Bytes;

/// Tells this account's other devices what is in the address book.
public final class AddressTelling {
  /// So many entries fit one content, whatever is in them.
  private static final int ENTRIES = 16;

  private AddressTelling() {}

  /// All of it, to a device that knows nothing yet.
  public static void all(Transaction txn, Jobs jobs) {
    var entries = txn.addressBook().all().stream().map(AddressBook.Known::entry).toList();
    changed(txn, jobs, entries, List.of());
  }

  static void changed(Transaction txn, Jobs jobs, List<AddressEntry> entries, List<Bytes> removed) {
    for (int from = 0; from < entries.size(); from += ENTRIES) {
      int to = Math.min(entries.size(), from + ENTRIES);
      jobs.others(txn, new Linking.AddressBook(entries.subList(from, to), List.of()));
    }
    for (int from = 0; from < removed.size(); from += Linking.MOST) {
      int to = Math.min(removed.size(), from + Linking.MOST);
      jobs.others(txn, new Linking.AddressBook(List.of(), removed.subList(from, to)));
    }
  }

  /// Another device of this account has imported or removed entries.
  public static void learn(Transaction txn, Linking.AddressBook book) {
    book.entries().forEach(txn.addressBook()::put);
    book.removed().forEach(txn.addressBook()::remove);
  }
}
