package org.juntos.engine.held;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.name.UserName;
import org.juntos.crypto.record.VerifiedList;
import org.juntos.crypto.session.DeviceCrypto;
import org.juntos.crypto.session.PublishedKeys;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.KeyUpkeep;
import org.juntos.engine.device.OwnAccess;
import org.juntos.engine.device.PresenceSharing;
import org.juntos.engine.device.Self;
import org.juntos.engine.profile.OwnProfile;
import org.juntos.engine.profile.ProfileSettings;
import org.juntos.store.Transaction;
import org.juntos.store.attachment.Attachments.Sent;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// What this device knows of what the relay should hold.
///
/// @param list of the account's devices; null when none is kept
/// @param keys signed ones of this device; none while newer ones wait for their upload
/// @param accessKeySha256 hash of the access key that was uploaded; empty when none was
/// @param files that this device has sent, or begun to
/// @param statuses ids of those that this account has posted, as far as this device knows
/// @param push where this device may be woken, as `way:address`
/// @param locked whether it has locked the account with a PIN
/// @param userName hash of the account's user name; empty when there is none
/// @param profileVersion of the profile that was uploaded; 0 when none was, or a newer one waits
/// @param presenceHidden whether the relay was told to tell nobody when this account is here
/// @param discoverable whether it can be found by its number
/// @param now this device's clock
record Expected(
    Self self,
    int registrationId,
    @Nullable VerifiedList list,
    PublishedKeys keys,
    Bytes accessKeySha256,
    List<Sent> files,
    Set<Bytes> statuses,
    Set<String> push,
    boolean locked,
    Bytes userName,
    long profileVersion,
    boolean presenceHidden,
    boolean discoverable,
    Instant now) {
  Expected {
    files = List.copyOf(files);
    statuses = Set.copyOf(statuses);
    push = Set.copyOf(push);
  }

  static Expected of(Transaction txn, Self self, CryptoSource cryptos) {
    var crypto = cryptos.in(txn);
    var device = crypto.local();
    return new Expected(
        self,
        device == null ? 0 : device.registrationId(),
        txn.protocol().deviceList(self.account()),
        KeyUpkeep.isUploadDue(txn) ? PublishedKeys.NONE : crypto.currentSignedKeys(),
        accessKey(txn),
        txn.attachments().sent(),
        statuses(txn, self),
        PushSetting.expected(txn),
        ProfileSettings.isLocked(txn),
        hash(ProfileSettings.userName(txn)),
        OwnProfile.atRelay(txn, self.account()),
        PresenceSharing.isHidden(txn) && !PresenceSharing.isDue(txn),
        ProfileSettings.isDiscoverable(txn),
        cryptos.clock().instant());
  }

  private static Set<Bytes> statuses(Transaction txn, Self self) {
    return txn.statuses().ids(self.account()).stream()
        .map(id -> AccountId.bytes(id.value()))
        .collect(Collectors.toSet());
  }

  private static Bytes accessKey(Transaction txn) {
    var own = OwnAccess.given(txn).key();
    return own.isNone() ? Bytes.EMPTY : DeviceCrypto.accessKeyHash(own);
  }

  private static Bytes hash(String userName) {
    var name = UserName.parse(userName);
    return name == null ? Bytes.EMPTY : name.hash();
  }
}
