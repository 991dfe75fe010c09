package org.juntos.relay.mailbox;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Takes envelopes in, and tells connected devices once they are on disk. Thread-safe.
public final class Mailboxes {
  private final MailboxStore store;
  private final Recipients recipients;
  private final Consumer<DeviceAddress> missed;

  /// Keeps in `store`, tells `recipients`.
  ///
  /// @param missed told of devices that something was stored for while they are not connected;
  ///   returns at once
  public Mailboxes(MailboxStore store, Recipients recipients, Consumer<DeviceAddress> missed) {
    this.store = store;
    this.recipients = recipients;
    this.missed = missed;
  }

  /// Accepts all of `envelopes` or none. `reply` runs once, after the commit, and returns at once.
  public void send(List<Envelope> envelopes, Consumer<Appended> reply) {
    store.append(envelopes, telling(reply));
  }

  /// Accepts all copies or none, like [#send(List, Consumer)].
  public void send(FanOut fanOut, Consumer<Appended> reply) {
    store.append(fanOut, telling(reply));
  }

  private Consumer<Appended> telling(Consumer<Appended> reply) {
    return appended -> {
      if (appended instanceof Appended.Durable(var fresh)) {
        fresh.forEach(this::tell);
      }
      reply.accept(appended);
    };
  }

  private void tell(Appended.Fresh fresh) {
    var recipient = recipients.connected(fresh.destination());
    if (recipient != null) {
      recipient.stored(fresh.envelope());
    } else {
      missed.accept(fresh.destination());
    }
  }

  /// Deletes what `device` has committed on its side.
  public void acknowledge(
      DeviceAddress device, List<MailboxStore.Acknowledged> envelopes, Runnable whenDone) {
    store.acknowledge(device, envelopes, whenDone);
  }

  /// See [MailboxStore#afterEachCommit].
  public void afterEachCommit(Runnable told) {
    store.afterEachCommit(told);
  }

  /// Reads on in the mailbox of `device`.
  public MailboxStore.Page read(DeviceAddress device, long afterSequence, int maxBytes)
      throws IOException {
    return store.read(device, afterSequence, maxBytes);
  }

  /// Forwards when `destination` is connected; forgets otherwise.
  public void forward(DeviceAddress destination, Bytes ciphertext) {
    var recipient = recipients.connected(destination);
    if (recipient != null) {
      recipient.ephemeral(ciphertext);
    }
  }
}
