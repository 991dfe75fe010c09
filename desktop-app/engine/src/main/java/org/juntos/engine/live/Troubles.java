package org.juntos.engine.live;

import org.jspecify.annotations.Nullable;
import org.juntos.engine.device.DeviceDoubts;
import org.juntos.engine.model.DeviceTrouble;
import org.juntos.engine.model.DeviceTrouble.Kind;
import org.juntos.engine.outbox.Establisher;
import org.juntos.store.Transaction;
import org.juntos.store.contact.DeviceDoubt;
import org.juntos.wire.AccountId;

/// Doubts about devices as a person sees them: only those that stand. What is due is looked into
/// first.
final class Troubles {
  private Troubles() {}

  /// @param self whose own notes go nowhere, so that nothing can stop them
  static @Nullable DeviceTrouble of(Transaction txn, AccountId account, AccountId self) {
    var doubt = txn.contacts().doubt(account);
    if (doubt == null || doubt.state() != DeviceDoubt.State.STANDS) {
      return gone(txn, account);
    }
    return new DeviceTrouble(
        kind(doubt.why()), doubt.why(), doubt.detail(), doubt.since(), !account.equals(self));
  }

  private static @Nullable DeviceTrouble gone(Transaction txn, AccountId account) {
    var since = txn.contacts().goneSince(account);
    return since == null
        ? null
        : new DeviceTrouble(
            Kind.DELETED, Establisher.DELETED, "the relay has no such account", since, true);
  }

  private static Kind kind(String code) {
    return switch (code) {
      case "device-list-old" -> Kind.OLDER;
      case "device-list-changed" -> Kind.CONTRADICTORY;
      case "device-unlisted" -> Kind.UNLISTED_DEVICE;
      case DeviceDoubts.UNLISTED_SENDER -> Kind.UNLISTED_SENDER;
      default -> Kind.UNSIGNED;
    };
  }
}
