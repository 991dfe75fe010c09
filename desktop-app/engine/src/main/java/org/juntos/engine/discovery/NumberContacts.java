package org.juntos.engine.discovery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.contact.ContactBook;
import org.juntos.engine.discovery.NumberSearch.Answer;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.problem.Problems;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.address.AddressBook;
import org.juntos.wire.Bytes;

/// Adds people by their phone number. Whose it is, and with which key, only the relay says.
public record NumberContacts(NumberSearch search, ContactBook book, Store store) {
  /// Adds whoever lets themselves be found by a number.
  ///
  /// @param written with its country code
  public Outcome add(String written) {
    var number = PhoneNumbers.e164(written, "");
    if (number == null) {
      return Problems.refused("number-invalid");
    }
    return switch (search.find(List.of(number))) {
      case Answer.Spent _ -> Problems.refused("numbers-spent");
      case Answer.Failed(var problem) -> new Outcome.Refused(problem);
      case Answer.People(var accounts) -> {
        var account = accounts.get(number);
        yield account == null
            ? Problems.refused("number-unknown")
            : book.addNumbered(name(number), account);
      }
    };
  }

  /// Adds somebody of the address book who was found at the relay before.
  public Outcome addEntry(Bytes id) {
    var entry = store.<AddressBook.@Nullable Known>read(txn -> txn.addressBook().find(id));
    var account = entry == null ? null : entry.account();
    if (entry == null || account == null) {
      return Problems.refused(entry == null ? "address-unknown" : "number-unknown");
    }
    return book.addNumbered(entry.entry().name(), account);
  }

  /// What the address book calls the number, or the number itself.
  private String name(String number) {
    return store.read(txn -> name(txn, number));
  }

  private static String name(Transaction txn, String number) {
    return txn.addressBook().all().stream()
        .map(AddressBook.Known::entry)
        .filter(entry ->
            entry.phones().stream().anyMatch(phone -> number.equals(PhoneNumbers.e164(phone, ""))))
        .map(entry -> entry.name())
        .findFirst()
        .orElse(number);
  }
}
