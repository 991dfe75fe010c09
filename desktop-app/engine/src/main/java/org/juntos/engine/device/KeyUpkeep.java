package org.juntos.engine.device;

import java.io.IOException;
import java.time.Duration;
import org.juntos.crypto.session.PublishedKeys;
import org.juntos.engine.connection.KeyCount;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.time.Backoff;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.wire.WireLimits;

/// Keeps the keys at the relay fresh: refills one-time keys when they run low, replaces the signed
/// and the last-resort prekey when they are due, and lets contacts in with the profile key. Private
/// halves are committed before public ones are uploaded.
public final class KeyUpkeep implements Turn {
  private static final int ONE_TIME_KEYS = 100; // of one set
  private static final Duration LOOK_AGAIN = Duration.ofHours(6);
  private static final String RENEWAL_DUE = "device.keyRenewalDue";
  private static final String UPLOAD_DUE = "device.signedKeysUploadDue";

  private final Store store;
  private final RelayApi relay;
  private final CryptoSource cryptos;
  private final AccessUpkeep access;
  private final Backoff backoff;
  private final Wakeup wakeup = new Wakeup();
  private volatile boolean online;
  private int failures;

  /// @param relay with this device's credentials
  public KeyUpkeep(Store store, RelayApi relay, CryptoSource cryptos, Backoff backoff) {
    this.store = store;
    this.relay = relay;
    this.cryptos = cryptos;
    this.access = new AccessUpkeep(store, relay, cryptos);
    this.backoff = backoff;
  }

  /// Wakes this loop.
  public Wakeup wakeup() {
    return wakeup;
  }

  /// The relay can be reached, or has said that keys run low: look now.
  public void look() {
    online = true;
    wakeup.wake();
  }

  @Override
  public Duration turn() {
    if (!online) {
      return IDLE;
    }
    try {
      if (renewed() && rotate() && refill()) {
        failures = 0;
        return LOOK_AGAIN;
      }
    } catch (IOException _) { // the relay does not answer: later
      online = false;
    }
    failures++;
    return backoff.after(failures);
  }

  /// Demands new keys of every kind: the relay may hand out some whose private halves are lost.
  public static void renew(Transaction txn) {
    txn.settings().put(RENEWAL_DUE, "yes");
  }

  /// Whether signed keys were made that the relay does not have yet.
  public static boolean isUploadDue(Transaction txn) {
    return txn.settings().get(UPLOAD_DUE) != null || txn.settings().get(RENEWAL_DUE) != null;
  }

  /// Whether the relay hands out no keys but those that are here. As many one-time keys as it keeps
  /// push out all that it had.
  private boolean renewed() throws IOException {
    if (store.read(txn -> txn.settings().get(RENEWAL_DUE) == null)) {
      return true;
    }
    for (int kept = 0; kept < WireLimits.MAX_ONE_TIME_PREKEYS; kept += ONE_TIME_KEYS) {
      if (!uploaded(store.write(txn -> cryptos.in(txn).initialKeys()))) {
        return false;
      }
    }
    store.write(txn -> {
      txn.settings().remove(RENEWAL_DUE);
      return true;
    });
    return true;
  }

  /// Whether the relay has the newest signed keys.
  private boolean rotate() throws IOException {
    var due =
        store.write(txn -> {
          var crypto = cryptos.in(txn);
          if (crypto.rotateIfDue() != null) {
            txn.settings().put(UPLOAD_DUE, "yes");
          }
          return txn.settings().get(UPLOAD_DUE) == null
              ? PublishedKeys.NONE
              : crypto.currentSignedKeys();
        });
    if (due.isEmpty()) {
      return true;
    }
    if (!uploaded(due)) {
      return false;
    }
    store.write(txn -> {
      txn.settings().remove(UPLOAD_DUE);
      return true;
    });
    return true;
  }

  private boolean refill() throws IOException {
    if (!(relay.keyCount() instanceof RelayResult.Ok<KeyCount>(KeyCount count))) {
      return false;
    }
    var more = store.write(txn -> cryptos.in(txn).refill(count.oneTime(), count.oneTimeKyber()));
    return (more.isEmpty() || uploaded(more)) && access.keep(count);
  }

  private boolean uploaded(PublishedKeys keys) throws IOException {
    return relay.uploadKeys(keys) instanceof RelayResult.Ok;
  }
}
