package org.juntos.engine.device;

import java.time.InstantSource;
import org.juntos.crypto.session.Established;
import org.juntos.store.Transaction;
import org.juntos.store.contact.DeviceDoubt;
import org.juntos.store.contact.DeviceDoubt.State;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// What is doubtful about people's devices. As long as it is not resolved, nothing is sent to them:
/// it could be read by a device that somebody else has added.
public final class DeviceDoubts {
  /// A device wrote that the account has not listed.
  public static final String UNLISTED_SENDER = "device-unlisted-sender";

  private final InstantSource clock;

  public DeviceDoubts(InstantSource clock) {
    this.clock = clock;
  }

  /// Whether nothing may be sent to an account.
  public static boolean blocksSending(Transaction txn, AccountId account) {
    var doubt = txn.contacts().doubt(account);
    return doubt != null && doubt.blocksSending();
  }

  /// The relay shows what the account has not signed.
  public void flawed(Transaction txn, AccountId account, Established.DeviceListInvalid flaw) {
    put(txn, account, code(flaw), flaw.why(), State.STANDS);
  }

  /// A device wrote that is not on the list that is known here. There may be a newer one.
  public void unlisted(Transaction txn, DeviceAddress sender) {
    if (txn.contacts().doubt(sender.account()) == null) {
      var detail = "device " + sender.device() + " has written";
      put(txn, sender.account(), UNLISTED_SENDER, detail, State.DUE);
    }
  }

  /// What the relay shows is signed. What was kept until now is opened by `open`; if that was not
  /// from a listed device all the same, the doubt stands, or stays set aside.
  public void listed(Transaction txn, AccountId account, Runnable open) {
    var before = txn.contacts().doubt(account);
    if (before == null) {
      return;
    }
    txn.contacts().trust(account);
    open.run();
    var after = txn.contacts().doubt(account);
    if (after != null) {
      var state = before.state() == State.SET_ASIDE ? State.SET_ASIDE : State.STANDS;
      txn.contacts().put(after.in(state));
    }
  }

  /// The code of the problem.
  public static String code(Established.DeviceListInvalid invalid) {
    return switch (invalid.flaw()) {
      case UNSIGNED -> "device-list-invalid";
      case OLDER -> "device-list-old";
      case CONTRADICTORY -> "device-list-changed";
      case UNLISTED_DEVICE -> "device-unlisted";
    };
  }

  private void put(Transaction txn, AccountId account, String why, String detail, State state) {
    txn.contacts().put(new DeviceDoubt(account, why, detail, state, clock.instant()));
  }
}
