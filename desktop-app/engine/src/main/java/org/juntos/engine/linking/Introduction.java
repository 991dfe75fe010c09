package org.juntos.engine.linking;

import org.juntos.content.Linking;
import org.juntos.engine.device.NewDevice;
import org.juntos.engine.outbox.Jobs;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;

/// A device that has just joined the account says so: to the others, which then tell it what it
/// does not know, and to the people it is in touch with, who then write to it, too.
public record Introduction(Store store, Jobs jobs) {
  /// Does it, once.
  public void conclude() {
    if (store.read(txn -> NewDevice.of(txn) != null)) {
      store.write(txn -> {
        introduce(txn);
        NewDevice.done(txn);
        return true;
      });
    }
  }

  private void introduce(Transaction txn) {
    var device = NewDevice.of(txn);
    if (device == null) {
      return;
    }
    jobs.others(txn, new Linking.Hello(device.name(), device.since()));
    for (var contact : txn.contacts().all()) {
      if (contact.state() == Contact.State.ACCEPTED || contact.state() == Contact.State.REQUESTED) {
        jobs.contact(txn, contact, new Linking.DeviceAdded(jobs.now()));
      }
    }
  }
}
