package org.juntos.engine.contact;

import java.security.SecureRandom;
import org.juntos.content.Linking;
import org.juntos.engine.device.OwnAccess;
import org.juntos.engine.device.Self;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.profile.OwnProfile;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;

/// Gives this account another profile key, so that somebody who holds the one before sees nothing
/// more of it and is let in no more. All other contacts get the new one with the next thing that is
/// sent to them.
public record KeyRotation(Self self, Jobs jobs, SecureRandom random) {
  /// Whether `contact` may hold the key: it goes along with requests and their answers.
  boolean isHeldBy(Transaction txn, Contact contact) {
    return switch (contact.state()) {
      case REQUESTED, ACCEPTED -> true;
      case ASKING, REFUSED, MEMBER -> txn.contacts().access(contact.account()).given() > 0;
      case BLOCKED, REMOVED -> false; // it was made anew when they became that
    };
  }

  /// Another key from now on, for the account's other devices, too.
  void rotate(Transaction txn) {
    var key = OwnAccess.rotate(txn, 0, random);
    OwnProfile.renew(txn, self.account());
    jobs.others(txn, new Linking.OwnKey(key.key(), key.revision()));
  }
}
