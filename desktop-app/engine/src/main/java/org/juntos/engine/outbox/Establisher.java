package org.juntos.engine.outbox;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.session.Bundles;
import org.juntos.crypto.session.Established;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.DeviceDoubts;
import org.juntos.engine.device.IdentityChanges;
import org.juntos.engine.time.Backoff;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.outbox.Outbox;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;

/// Starts sessions with the devices of recipients, from keys that the relay hands out.
public final class Establisher {
  /// The code of what cannot be sent to an account that is deleted.
  public static final String DELETED = "account-deleted";

  private final Store store;
  private final RelayApi relay;
  private final CryptoSource cryptos;
  private final IdentityChanges identities;
  private final DeviceNews news;
  private final Posts posts;
  private final Jobs jobs;
  private final Backoff backoff;

  Establisher(
      Store store,
      RelayApi relay,
      CryptoSource cryptos,
      IdentityChanges identities,
      DeviceNews news,
      Posts posts,
      Jobs jobs,
      Backoff backoff) {
    this.store = store;
    this.relay = relay;
    this.cryptos = cryptos;
    this.identities = identities;
    this.news = news;
    this.posts = posts;
    this.jobs = jobs;
    this.backoff = backoff;
  }

  /// Afterwards there are sessions, or the jobs to `account` are put off or have failed.
  ///
  /// @return whether the relay has answered
  public boolean establish(AccountId account) {
    try {
      switch (bundles(account)) {
        case RelayResult.Ok<Bundles>(Bundles bundles) -> use(account, bundles);
        case RelayResult.Refused<Bundles> refused -> refused(account, refused);
      }
      return true;
    } catch (IOException _) { // the relay did not answer: nothing has happened
      putOff(account, Duration.ZERO);
      return false;
    }
  }

  /// Asks with their access key, so that the relay does not see who asks, or else by name.
  private RelayResult<Bundles> bundles(AccountId account) throws IOException {
    var accessKey = store.read(txn -> Entrance.to(txn, account, cryptos.clock().instant()));
    if (accessKey.isNone()) {
      return asMember(account);
    }
    var answer = relay.bundles(account, accessKey);
    return answer instanceof RelayResult.Refused<Bundles> refused && isDenial(refused)
        ? relay.bundles(account)
        : answer;
  }

  /// Asks with the leave of a group that both are in, if there is one.
  private RelayResult<Bundles> asMember(AccountId account) throws IOException {
    var token = store.<@Nullable Bytes>read(txn -> posts.token(txn, account));
    if (token == null) {
      return relay.bundles(account);
    }
    var answer = relay.groups().bundles(account, token);
    return answer instanceof RelayResult.Refused<Bundles> refused && isDenial(refused)
        ? relay.bundles(account)
        : answer;
  }

  /// Relays of older versions know no access keys.
  private static boolean isDenial(RelayResult.Refused<Bundles> refused) {
    return refused.code() == ErrorCode.ACCESS_DENIED || refused.code() == ErrorCode.UNAUTHORIZED;
  }

  private void refused(AccountId account, RelayResult.Refused<Bundles> refused) {
    if (refused.code() == ErrorCode.NOT_FOUND) {
      store.write(txn -> {
        gone(txn, account);
        return true;
      });
    } else {
      var wait = refused.retryAfter();
      putOff(account, wait == null ? Duration.ZERO : wait);
    }
  }

  private void use(AccountId account, Bundles bundles) {
    store.write(txn -> {
      var expected = expectedKey(txn, account);
      switch (cryptos.in(txn).establish(account, expected, bundles)) {
        case Established.Ready ready -> ready(txn, account, ready);
        case Established.IdentityMismatch(var presented) -> met(txn, account, presented);
        case Established.DeviceListInvalid flaw -> flawed(txn, account, flaw);
        case Established.BadBundle _ -> failAll(txn, account, "bundle-invalid");
      }
      return true;
    });
  }

  private void ready(Transaction txn, AccountId account, Established.Ready ready) {
    if (ready.devices().isEmpty()) {
      gone(txn, account);
    } else {
      txn.contacts().back(account);
    }
    var contact = txn.contacts().find(account);
    if (contact != null) {
      identities.proved(txn, contact);
    }
    news.listed(txn, account);
  }

  /// Messages say that they were not sent. The rest, such as receipts, waits for better times.
  private void flawed(Transaction txn, AccountId account, Established.DeviceListInvalid flaw) {
    news.flawed(txn, account, flaw);
    txn.outbox().ready(account, Integer.MAX_VALUE).stream()
        .filter(job -> job.what().kind() == Outbox.Kind.MESSAGE)
        .forEach(job -> Ending.impossible(txn, job, DeviceDoubts.code(flaw)));
  }

  private void met(Transaction txn, AccountId account, Bytes presented) {
    var contact = txn.contacts().find(account);
    if (contact != null) {
      identities.met(txn, contact, presented);
    }
  }

  private static Bytes expectedKey(Transaction txn, AccountId account) {
    var contact = txn.contacts().find(account);
    return contact == null ? Bytes.EMPTY : contact.identityKey();
  }

  private void putOff(AccountId account, Duration wait) {
    store.write(txn -> {
      for (var head : txn.outbox().ready(account, 1)) {
        var due = due(head, wait);
        txn.outbox().retryAt(head.id(), due);
      }
      return true;
    });
  }

  private Instant due(Outbox.Job head, Duration wait) {
    return cryptos.clock().instant().plus(wait).plus(backoff.after(head.attempts() + 1));
  }

  /// The relay has no such account any more. That is its word alone, so nothing of what is here
  /// goes with it.
  private void gone(Transaction txn, AccountId account) {
    if (txn.contacts().find(account) != null) {
      txn.contacts().gone(account, jobs.now());
    }
    failAll(txn, account, DELETED);
  }

  private void failAll(Transaction txn, AccountId account, String code) {
    for (var job : txn.outbox().ready(account, Integer.MAX_VALUE)) {
      if (jobs.isToSelf(job)) { // there is no other device
        Ending.kept(txn, job, jobs.now());
      } else {
        Ending.impossible(txn, job, code);
      }
    }
  }
}
