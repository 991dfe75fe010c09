package org.juntos.engine;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.contact.ContactBook;
import org.juntos.engine.discovery.AddressMatching;
import org.juntos.engine.discovery.Discoverability;
import org.juntos.engine.discovery.NumberContacts;
import org.juntos.engine.discovery.NumberSearch;
import org.juntos.engine.online.Line;
import org.juntos.engine.outbox.Jobs;
import org.juntos.store.Store;
import org.juntos.wire.discovery.NumberOprf;
import org.juntos.wire.discovery.Ristretto255;

/// What finding people by their numbers is made of.
record DiscoveryParts(NumberContacts numbers, AddressMatching matching, Discoverability own) {
  static DiscoveryParts of(
      Store store,
      RelayApi relay,
      Jobs jobs,
      ContactBook book,
      Line line,
      InstantSource clock,
      SecureRandom random) {
    var search = new NumberSearch(relay, new NumberOprf(new Ristretto255()), random);
    return new DiscoveryParts(
        new NumberContacts(search, book, store),
        new AddressMatching(store, jobs, search, line, clock),
        new Discoverability(store, relay, jobs));
  }
}
