package org.juntos.engine.outbox;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Binding;
import org.juntos.content.Content;
import org.juntos.content.MessageId;
import org.juntos.crypto.session.DeviceCrypto;
import org.juntos.crypto.session.Opened;
import org.juntos.crypto.session.Sealed;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.RandomIds;
import org.juntos.engine.device.Self;
import org.juntos.engine.online.AnonymousLine;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// What is sent at once or not at all, without saying by whom: sealed and bound as everything else,
/// in no mailbox and in no outbox. Thread-safe.
public final class Ephemerals {
  private final Self self;
  private final Store store;
  private final CryptoSource cryptos;
  private final AnonymousLine line;
  private final Certificates certificates;

  /// @param counter goes on evenly
  public Ephemerals(
      Self self,
      Store store,
      RelayApi relay,
      CryptoSource cryptos,
      AnonymousLine line,
      InstantSource counter) {
    this.self = self;
    this.store = store;
    this.cryptos = cryptos;
    this.line = line;
    this.certificates = new Certificates(relay, cryptos.clock(), counter);
  }

  /// What opens `account` to this one; none when it is not known.
  public static AccessKey accessKey(Transaction txn, AccountId account) {
    var key = txn.contacts().access(account).key();
    return key.isNone() ? AccessKey.NONE : new AccessKey(DeviceCrypto.accessKey(key));
  }

  private record Letter(DeviceAddress to, Bytes ciphertext) {}

  /// Sends `content` to all devices of a contact.
  public synchronized void send(AccountId to, Content content) {
    var accessKey = store.read(txn -> accessKey(txn, to));
    if (accessKey.isNone() || !line.isOpen()) {
      return;
    }
    try {
      var certificate = certificates.newest();
      if (!certificate.isEmpty()) {
        store
            .write(txn -> sealed(txn, to, content, certificate))
            .forEach(letter -> line.ephemeral(letter.to(), letter.ciphertext(), accessKey));
      }
    } catch (IOException _) { // it may be lost
      certificates.discard();
    }
  }

  private List<Letter> sealed(Transaction txn, AccountId to, Content content, Bytes certificate) {
    var letters = new ArrayList<Letter>();
    var contact = txn.contacts().find(to);
    if (contact == null || contact.state() != Contact.State.ACCEPTED) {
      return letters;
    }
    var id = new MessageId(RandomIds.next(cryptos.random()));
    for (int device : cryptos.in(txn).recipients(to)) {
      var address = new DeviceAddress(to, device);
      var binding = new Binding(self.address(), address, self.conversationWith(to), id, 0);
      var sealed =
          cryptos.in(txn).seal(address, contact.identityKey(), binding, content, certificate);
      if (sealed instanceof Sealed.Ciphertext(var bytes)) {
        letters.add(new Letter(address, bytes));
      }
    }
    return letters;
  }

  /// What a contact says in an ephemeral; null when it is anything else. A message that a relay
  /// delivers so is left as if it had never come: it still comes as what it is.
  public Opened.@Nullable Message open(Bytes ciphertext) {
    try {
      return store.write(txn -> opened(txn, ciphertext));
    } catch (NotEphemeral _) {
      return null;
    }
  }

  private Opened.Message opened(Transaction txn, Bytes ciphertext) {
    var opened = cryptos.in(txn).open(ciphertext, self.trustRoot(), cryptos.clock().instant());
    if (opened instanceof Opened.Message message && message.content() instanceof Content.Typing) {
      var sender = message.sender().account();
      var contact = txn.contacts().find(sender);
      if (contact != null
          && contact.state() == Contact.State.ACCEPTED
          && message.binding().conversation().equals(self.conversationWith(sender))) {
        return message;
      }
    }
    throw new NotEphemeral();
  }

  /// Undoes the transaction, and with it what opening has changed in the session.
  private static final class NotEphemeral extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotEphemeral() {
      super("not an ephemeral", null, false, false);
    }
  }
}
