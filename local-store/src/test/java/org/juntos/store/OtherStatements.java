package org.juntos.store;

import static org.juntos.store.Fixture.ALICES_DEVICE;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.BOBS_DEVICE;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.bytes;
import static org.juntos.store.Fixture.envelope;
import static org.juntos.store.Fixture.message;

import java.util.List;
import org.juntos.crypto.record.ProtocolRecords.PrekeyKind;
import org.juntos.store.contact.Contact;
import org.juntos.store.contact.ContactAccess;
import org.juntos.store.history.EarlyMarks;
import org.juntos.store.history.EarlyReceipts;

/// Runs what is prepared for contacts, receipts, keys and settings.
final class OtherStatements {
  private OtherStatements() {}

  static void use(Transaction txn) {
    txn.inbox().attempt(List.of(envelope(1)), START);
    txn.inbox().done(envelope(1));
    txn.inbox().quarantine(envelope(1), bytes("x"), "why", START);
    txn.inbox().quarantined();
    txn.inbox().quarantined("why");
    txn.inbox().release(envelope(1));
    txn.inbox().forget(START);
    txn.contacts()
        .put(
            new Contact(
                BOB, "Bob", Contact.State.ACCEPTED, bytes("k"), false, bytes(""), "r", START));
    txn.contacts().find(BOB);
    txn.contacts().all();
    txn.contacts().proved(BOB);
    txn.contacts().isProved(BOB);
    txn.contacts().unproved(BOB);
    txn.contacts().gone(BOB, START);
    txn.contacts().goneSince(BOB);
    txn.contacts().gone();
    txn.contacts().back(BOB);
    txn.deviceDeliveries().note(message(1), BOBS_DEVICE, START, true);
    txn.deviceDeliveries().of(message(1));
    txn.earlyReceipts().keep(BOB, message(1), new EarlyReceipts.Early(1, true, START));
    txn.earlyReceipts().take(BOB, message(1));
    txn.earlyMarks().keep(message(1), EarlyMarks.Mark.READ);
    txn.earlyMarks().take(message(1));
    txn.groupTraffic().isTo(message(1), BOB);
    txn.contacts().put(BOB, ContactAccess.NONE);
    txn.contacts().access(BOB);
    useKeys(txn);
  }

  private static void useKeys(Transaction txn) {
    txn.settings().put("a", "b");
    txn.settings().get("a");
    txn.settings().putBlob("a", new byte[1]);
    txn.settings().blob("a");
    txn.settings().remove("a");
    var protocol = txn.protocol();
    protocol.putSession(ALICES_DEVICE, new byte[1]);
    protocol.session(ALICES_DEVICE);
    protocol.sessions(BOB);
    protocol.deleteSession(ALICES_DEVICE);
    protocol.putIdentity(BOB, bytes("k"));
    protocol.identity(BOB);
    protocol.putPrekey(PrekeyKind.SIGNED, 1, new byte[1]);
    protocol.prekey(PrekeyKind.SIGNED, 1);
    protocol.prekeys(PrekeyKind.SIGNED);
    protocol.deletePrekey(PrekeyKind.SIGNED, 1);
    protocol.nextPrekeyId(PrekeyKind.SIGNED);
    protocol.rememberKyberUse(1, 1, bytes("k"));
  }
}
