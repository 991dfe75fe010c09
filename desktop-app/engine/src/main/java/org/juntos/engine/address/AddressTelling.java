package org.juntos.engine.address;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.juntos.content.AddressEntry;
import org.juntos.content.Linking;
import org.juntos.engine.outbox.Jobs;
import org.juntos.store.Transaction;
import org.juntos.store.address.AddressBook;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Tells this account's other devices what is in the address book.
public final class AddressTelling {
  /// So many entries fit one content, whatever is in them.
  private static final int ENTRIES = 16;

  private AddressTelling() {}

  /// All of it, to a device that knows nothing yet.
  public static void all(Transaction txn, Jobs jobs) {
    var known = txn.addressBook().all();
    changed(txn, jobs, known.stream().map(AddressBook.Known::entry).toList(), List.of());
    var found = new HashMap<Bytes, AccountId>();
    for (var one : known) {
      var account = one.account();
      if (account != null) {
        found.put(one.entry().id(), account);
      }
    }
    found(txn, jobs, found);
  }

  static void changed(Transaction txn, Jobs jobs, List<AddressEntry> entries, List<Bytes> removed) {
    each(entries, ENTRIES, some -> jobs.others(txn, Linking.AddressBook.put(some)));
    each(removed, Linking.MOST, some -> jobs.others(txn, Linking.AddressBook.remove(some)));
  }

  /// People of the address book were found at the relay.
  public static void found(Transaction txn, Jobs jobs, Map<Bytes, AccountId> found) {
    each(
        List.copyOf(found.entrySet()),
        Linking.MOST,
        some -> {
          var part = some.stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
          jobs.others(txn, Linking.AddressBook.found(part));
        });
  }

  private static <T> void each(List<T> all, int atMost, Consumer<List<T>> tell) {
    for (int from = 0; from < all.size(); from += atMost) {
      tell.accept(all.subList(from, Math.min(all.size(), from + atMost)));
    }
  }

  /// Another device of this account has imported, found or removed entries.
  public static void learn(Transaction txn, Linking.AddressBook book) {
    book.entries().forEach(txn.addressBook()::put);
    book.found().forEach(txn.addressBook()::match);
    book.removed().forEach(txn.addressBook()::remove);
  }
}
