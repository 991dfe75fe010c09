package org.juntos.crypto.session;

import org.jspecify.annotations.Nullable;
import org.juntos.crypto.record.VerifiedList;
import org.juntos.crypto.session.Established.DeviceListInvalid;
import org.juntos.crypto.session.Established.Flaw;

/// Compares what the relay shows of an account's devices with what the account has signed before.
final class KnownList {
  private KnownList() {}

  /// What is wrong with `shown`; null when nothing is.
  ///
  /// @param known the newest one so far; null when there is none
  static @Nullable DeviceListInvalid flaw(@Nullable VerifiedList known, VerifiedList shown) {
    if (known == null || !known.identityKey().equals(shown.identityKey())) {
      return null; // another key begins with new revisions
    }
    if (shown.revision() < known.revision()) {
      return new DeviceListInvalid(
          Flaw.OLDER, "revision " + shown.revision() + " after revision " + known.revision());
    }
    return shown.revision() == known.revision() && !shown.devices().equals(known.devices())
        ? new DeviceListInvalid(Flaw.CONTRADICTORY, "two lists of revision " + known.revision())
        : null;
  }

  /// The relay's first device that `list` does not name; null when there is none.
  static @Nullable DeviceListInvalid ghost(VerifiedList list, Bundles bundles) {
    for (var bundle : bundles.devices()) {
      if (!list.devices().containsKey(bundle.device())) {
        return new DeviceListInvalid(
            Flaw.UNLISTED_DEVICE,
            "device " + bundle.device() + " is not on the list of revision " + list.revision());
      }
    }
    return null;
  }
}
