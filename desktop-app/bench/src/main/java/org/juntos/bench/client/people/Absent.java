package org.juntos.bench.client.people;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.juntos.bench.load.Account;
import org.juntos.bench.load.Target;
import org.juntos.bench.server.AccountMaker;
import org.juntos.store.contact.Contact;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Contacts of a [Person] with accounts at the relay at which nobody ever is.
public final class Absent {
  private Absent() {}

  /// Makes `count` of them, and writes them into the address book of `profile`, whose owner is away
  /// meanwhile.
  public static void befriend(Path profile, BenchRelay relay, int count) throws IOException {
    var target = Target.at(URI.create(relay.address()));
    try (var maker = new AccountMaker(target, relay.codes());
        var opened = StoredProfile.open(profile)) {
      var accounts = maker.make(count);
      var key = Bytes.of(maker.identityKey());
      opened
          .store()
          .write(txn -> {
            for (var contact : contacts(accounts, key, relay.address())) {
              txn.contacts().put(contact);
            }
            return true;
          });
    }
  }

  private static List<Contact> contacts(List<Account> accounts, Bytes key, String relay) {
    return accounts.stream()
        .map(account -> contact(account.device().account(), key, relay))
        .toList();
  }

  private static Contact contact(AccountId account, Bytes key, String relay) {
    var name = "Person " + account.toString().substring(0, 8);
    return new Contact(
        account, name, Contact.State.ACCEPTED, key, false, Bytes.EMPTY, relay, Instant.now());
  }
}
