package org.juntos.engine.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Content;
import org.juntos.content.ProfileKey;
import org.juntos.engine.device.OwnAccess;
import org.juntos.engine.profile.OwnProfile;
import org.juntos.engine.profile.ProfileSettings;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.wire.AccountId;

/// How contacts get this account's profile key: with a request or its answer, and who became a
/// contact without, or has an older one, with the next thing that is sent to them.
public final class HandingOver {
  private HandingOver() {}

  /// What hands the key over, when `to` does not have the newest; they are taken to have it then.
  static Content.@Nullable ContactAccepted due(Transaction txn, Contact to, Instant now) {
    var own = OwnAccess.given(txn);
    boolean due =
        to.state() == Contact.State.ACCEPTED
            && txn.contacts().access(to.account()).given() < own.revision();
    return due
        ? new Content.ContactAccepted(ProfileSettings.name(txn), now, given(txn, to.account()))
        : null;
  }

  /// What tells `to` of the newest version of this account's profile, when they have not heard of
  /// it; they are taken to have then.
  static Content.@Nullable ProfileNews news(
      Transaction txn, AccountId own, Contact to, Instant now) {
    long version = OwnProfile.atRelay(txn, own);
    var known = txn.profiles().of(to.account());
    if (to.state() != Contact.State.ACCEPTED || known.told() >= version) {
      return null;
    }
    txn.profiles().put(to.account(), known.told(version));
    return new Content.ProfileNews(version, now);
  }

  /// The content as it is sent: with the newest key.
  static Content withKey(Transaction txn, AccountId to, Content content) {
    return switch (content) {
      case Content.ContactRequest request -> request.with(given(txn, to));
      case Content.ContactAccepted accepted -> accepted.with(given(txn, to));
      default -> content;
    };
  }

  private static ProfileKey given(Transaction txn, AccountId to) {
    var own = OwnAccess.given(txn);
    var access = txn.contacts().access(to);
    if (access.given() < own.revision()) {
      txn.contacts().put(to, access.given(own.revision()));
    }
    return own.key();
  }

  /// What `to` was given may not have reached them, or is gone there.
  public static void lost(Transaction txn, AccountId to) {
    txn.groupTraffic().lost(to);
    var access = txn.contacts().access(to);
    if (access.given() > 0) {
      txn.contacts().put(to, access.given(0));
    }
    var profile = txn.profiles().of(to);
    if (profile.told() > 0) {
      txn.profiles().put(to, profile.told(0));
    }
  }

  /// Takes the key that `from` has handed over.
  public static void taken(Transaction txn, AccountId from, ProfileKey key, Instant at) {
    var access = txn.contacts().access(from);
    var newer = access.taken(key, at);
    if (!newer.equals(access)) {
      txn.contacts().put(from, newer);
    }
  }
}
