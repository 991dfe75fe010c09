package org.juntos.engine.profile;

import java.time.Instant;
import org.juntos.content.SharedProfile;
import org.juntos.store.Transaction;
import org.juntos.store.contact.KnownProfile;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// What this account shares of itself with its contacts, as this device has it. Versions grow; the
/// newest has to reach the relay before anybody is told of it. An account that has never changed
/// anything has no version and shares nothing but the name in its requests.
public final class OwnProfile {
  private static final String DUE = "ownProfile.uploadDue";
  private static final String CHANGED = "ownProfile.changedAt";

  private OwnProfile() {}

  /// What is shared.
  public static SharedProfile shared(Transaction txn, AccountId own) {
    return new SharedProfile(
        ProfileSettings.name(txn),
        txn.profiles().of(own).about(),
        txn.profiles().picture(own),
        changedAt(txn));
  }

  private static Instant changedAt(Transaction txn) {
    var text = txn.settings().get(CHANGED);
    return text == null ? Instant.EPOCH : Instant.parse(text);
  }

  /// The person has changed something: it has to be uploaded.
  public static void change(
      Transaction txn, AccountId own, String name, String about, Bytes picture, Instant now) {
    ProfileSettings.rename(txn, name);
    var known = txn.profiles().of(own);
    txn.profiles().take(own, Math.max(known.version(), known.wanted()) + 1, about, picture);
    txn.settings().put(CHANGED, now.toString());
    txn.settings().put(DUE, ProfileSettings.YES);
  }

  /// The same has to be uploaded under another key, if there is anything.
  public static void renew(Transaction txn, AccountId own) {
    var known = txn.profiles().of(own);
    if (known.version() > 0) {
      renumber(txn, own, Math.max(known.version(), known.wanted()) + 1);
    }
  }

  /// The same has to be uploaded as another version.
  public static void renumber(Transaction txn, AccountId own, long version) {
    var known = txn.profiles().of(own);
    txn.profiles()
        .put(own, new KnownProfile(version, version, 0, known.about(), known.pictureVersion()));
    txn.settings().put(DUE, ProfileSettings.YES);
  }

  /// Another device of the account says its name. Once there are versions, those are what counts:
  /// words come in whatever order, and two devices would end with two names.
  public static void told(Transaction txn, AccountId own, String name) {
    if (txn.profiles().of(own).version() == 0) {
      ProfileSettings.rename(txn, name);
    }
  }

  /// Another device of the account has changed it: this is what the relay has.
  public static void adopt(Transaction txn, AccountId own, long version, SharedProfile shared) {
    if (!shared.name().isBlank()) {
      ProfileSettings.rename(txn, shared.name());
    }
    txn.profiles().take(own, version, shared.about(), shared.picture());
    txn.settings().put(CHANGED, shared.changedAt().toString());
    uploaded(txn);
  }

  /// The relay has the newest version.
  public static void uploaded(Transaction txn) {
    txn.settings().remove(DUE);
  }

  /// Whether the relay lacks the newest version.
  public static boolean isDue(Transaction txn) {
    return txn.settings().get(DUE) != null;
  }

  /// The version that contacts may be told of; 0 when there is none, or the relay lacks it yet.
  public static long atRelay(Transaction txn, AccountId own) {
    return isDue(txn) ? 0 : txn.profiles().of(own).version();
  }

  /// Whether a setting says that it has to be uploaded.
  public static boolean isDue(String setting) {
    return setting.equals(DUE);
  }
}
