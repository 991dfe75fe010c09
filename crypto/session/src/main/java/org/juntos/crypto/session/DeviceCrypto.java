package org.juntos.crypto.session;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Binding;
import org.juntos.content.Content;
import org.juntos.content.ProfileKey;
import org.juntos.crypto.record.ProtocolRecords;
import org.juntos.crypto.record.VerifiedList;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.signal.libsignal.protocol.InvalidKeyException;

/// All that one device does with the Signal protocol: PQXDH, Double Ratchet with SPQR, sealed
/// sender.
///
/// Cheap, and made anew for each database transaction: every call reads and writes `records` at
/// once, on the transaction's thread. Whoever rolls the transaction back has undone the call.
public final class DeviceCrypto {
  private final ProtocolRecords records;
  private final LocalIdentity identity;
  private final Prekeys prekeys;
  private final SessionStarter starter;
  private final Sealing sealing;
  private final Opening opening;
  private final Sessions sessions;

  public DeviceCrypto(ProtocolRecords records, InstantSource clock, SecureRandom random) {
    this.records = records;
    identity = new LocalIdentity(records, random);
    prekeys = new Prekeys(records, clock, identity);
    sessions = new Sessions(records, clock, identity);
    starter = new SessionStarter(records, clock, identity);
    sealing = new Sealing(records, clock, identity);
    opening = new Opening(records, identity);
  }

  /// Makes the identity key pair and registration id of this device and stores them.
  ///
  /// @throws IllegalStateException when there is a device already: an identity is made once
  public LocalDevice createDevice(AccountId account, int device) {
    return identity.create(account, device);
  }

  /// This device; null before [#createDevice].
  public @Nullable LocalDevice local() {
    return identity.local();
  }

  /// What opens the account whose profile key this is, at its relay: 16 bytes (libsignal's
  /// `ProfileKey.deriveAccessKey`).
  public static Bytes accessKey(ProfileKey key) {
    return AccessKeys.of(key);
  }

  /// What the relay keeps of it: SHA-256.
  public static Bytes accessKeyHash(ProfileKey key) {
    return AccessKeys.hash(key);
  }

  /// Makes the first set of prekeys: signed, last-resort Kyber, and 100 one-time keys of each kind.
  public PublishedKeys initialKeys() {
    return prekeys.initial();
  }

  /// The newest signed and last-resort prekeys, for an upload that has to be repeated.
  public PublishedKeys currentSignedKeys() {
    return prekeys.current();
  }

  /// Makes new one-time prekeys when fewer than half are left at the relay, up to 100 of each kind.
  ///
  /// @return [PublishedKeys#NONE] when there are enough
  public PublishedKeys refill(int oneTimeAtRelay, int kyberAtRelay) {
    return prekeys.refill(oneTimeAtRelay, kyberAtRelay);
  }

  /// Replaces the signed and the last-resort prekey once a week. A replaced key is kept for 30
  /// days, for messages on their way, and deleted by a later call.
  ///
  /// @return null when the keys are younger
  public @Nullable PublishedKeys rotateIfDue() {
    return prekeys.rotateIfDue();
  }

  /// Signs who belongs to this account, and remembers it: of this account, too, no other list is
  /// believed.
  ///
  /// @param revision greater than that of any list before, or the same with the same devices
  public SignedList signDeviceList(int revision, List<ListedDevice> devices) {
    var own = identity.required();
    records.putDeviceList(own.device().account(), DeviceLists.own(own, revision, devices));
    return DeviceLists.sign(own, revision, devices);
  }

  /// Signs who is to belong to this account; [#learnDeviceList] once the relay has it.
  ///
  /// @param revision never used before, also not for a list that came to nothing
  public SignedList proposeDeviceList(int revision, List<ListedDevice> devices) {
    return DeviceLists.sign(identity.required(), revision, devices);
  }

  /// Believes a list of this account's devices that it has signed, unless a newer one is known, and
  /// forgets sessions with devices that are not on it.
  ///
  /// @return the newest list; null when `shown` is not signed, or another one of the same revision
  ///   than was signed before
  public @Nullable VerifiedList learnDeviceList(SignedList shown) {
    return OwnList.learn(records, identity.required().device(), shown);
  }

  /// Seals to a new device what it needs to join this account: the identity key pair, and
  /// `details`.
  ///
  /// @param mailbox id of the mailbox that it goes through
  /// @throws IllegalArgumentException when `publicKey` is no sound public key
  public Bytes sealProvision(Bytes publicKey, Bytes mailbox, byte[] details) {
    return LinkKeys.seal(identity.required(), publicKey, mailbox, details);
  }

  /// Becomes the device `address` of an account that is there.
  ///
  /// @param list which [names it][Provisioned#isListed]
  /// @throws IllegalStateException when there is a device already
  public LocalDevice joinAccount(DeviceAddress address, Provisioned provisioned, SignedList list) {
    var device = identity.join(address, provisioned);
    if (learnDeviceList(list) == null) {
      throw new IllegalStateException("a list that was not looked at before");
    }
    return device;
  }

  /// What `shown` says, when the holder of `identityKey` signed it for `account`; null when not.
  public static @Nullable VerifiedList verifiedList(
      AccountId account, Bytes identityKey, SignedList shown) {
    try {
      return DeviceLists.verify(account, SoundKeys.parse(identityKey), shown);
    } catch (InvalidKeyException | RefusedException _) {
      return null;
    }
  }

  /// Starts a new session with every listed device, forgets sessions with devices that are not
  /// listed any more, and remembers the list. All or nothing: no session when the relay shows an
  /// unsigned, an older or another list than before, a device that is not on it, or no keys of one
  /// that is.
  ///
  /// @param expectedIdentityKey from the contact link; empty to trust the first key seen
  public Established establish(AccountId account, Bytes expectedIdentityKey, Bundles bundles) {
    return starter.establish(account, expectedIdentityKey, bundles);
  }

  /// Whether something can be sealed for `address` now.
  public boolean hasSession(DeviceAddress address) {
    return sessions.usable(address);
  }

  /// All devices that `account` has listed, ascending, without this one; empty when no list of
  /// theirs was verified or there is no session with one of them: [#establish] first.
  public List<Integer> recipients(AccountId account) {
    return sessions.recipients(account);
  }

  /// Devices of `account` with which there is a session that can seal, ascending.
  public List<Integer> sessionDevices(AccountId account) {
    return sessions.devices(account);
  }

  /// The identity key that is trusted for `account`; null when none has been seen.
  public @Nullable Bytes trustedIdentity(AccountId account) {
    return sessions.trusted(account);
  }

  /// Encrypts for one device and hides who sends it.
  ///
  /// @param expectedIdentityKey whom the content is meant for; empty for whoever is trusted now
  /// @param senderCertificate from the relay
  /// @throws IllegalArgumentException when `binding` is not from this device to `to` in the
  ///   conversation of the two, or the content does not fit an envelope
  public Sealed seal(
      DeviceAddress to,
      Bytes expectedIdentityKey,
      Binding binding,
      Content content,
      Bytes senderCertificate) {
    return sealing.seal(to, expectedIdentityKey, binding, content, senderCertificate);
  }

  /// Decrypts one envelope and checks who wrote it, for whom and in which conversation.
  ///
  /// @param trustRoot public key of the relay that signs its certificates
  /// @param acceptedAt when the relay accepted the envelope, by its clock: the sender's certificate
  ///   had to be valid then, however long the envelope waited for this device
  /// @throws IllegalArgumentException when `trustRoot` is no sound public key
  public Opened open(Bytes ciphertext, Bytes trustRoot, Instant acceptedAt) {
    return open(ciphertext, trustRoot, acceptedAt, _ -> true);
  }

  /// The same for a reader who may not be able to tell yet whether a post counts.
  ///
  /// @param wanted whether it can be told; when not, the same envelope can be opened again
  public Opened open(
      Bytes ciphertext, Bytes trustRoot, Instant acceptedAt, Predicate<Opened.Post> wanted) {
    return opening.open(ciphertext, trustRoot, acceptedAt, wanted);
  }

  /// Signs a change of a group.
  ///
  /// @param group id, 32 bytes
  /// @param change SHA-256 of the change without its proof
  /// @param people SHA-256 of who comes in by it
  public Bytes signGroupChange(Bytes group, Bytes change, Bytes people) {
    return Bytes.of(identity.required().sign(GroupChangeText.of(group, change, people)));
  }

  /// Whether the holder of `identityKey` has signed that.
  public static boolean isGroupChangeSigned(
      Bytes identityKey, Bytes group, Bytes change, Bytes people, Bytes signature) {
    return GroupChangeText.isSigned(identityKey, group, change, people, signature);
  }

  /// What this device does with sender keys.
  public GroupCrypto groups() {
    return new GroupCrypto(records, identity, opening);
  }

  /// Trusts `newKey` for `account` from now on. Sessions under the former key are archived: nothing
  /// more is sealed with them.
  ///
  /// @throws IllegalArgumentException when `newKey` is no sound public key
  public void acceptIdentity(AccountId account, Bytes newKey) {
    sessions.accept(account, newKey);
  }

  /// 60 digits that are alike on both sides when both have each other's true key. Slow on purpose:
  /// some milliseconds.
  ///
  /// @throws IllegalArgumentException when one of the keys is no sound public key
  public static String safetyNumber(
      AccountId own, Bytes ownIdentityKey, AccountId other, Bytes theirIdentityKey) {
    return SafetyNumber.digits(own, ownIdentityKey, other, theirIdentityKey);
  }

  /// The safety number as a QR code carries it; compare with [#safetyNumberMatches].
  ///
  /// @throws IllegalArgumentException when `theirIdentityKey` is no sound public key
  public Bytes scannableSafetyNumber(AccountId other, Bytes theirIdentityKey) {
    return SafetyNumber.scannable(identity.required(), other, theirIdentityKey);
  }

  /// Whether what was scanned from the other's screen belongs to the same two keys; false for
  /// anything that is no safety number.
  public boolean safetyNumberMatches(AccountId other, Bytes theirIdentityKey, Bytes scanned) {
    return SafetyNumber.matches(identity.required(), other, theirIdentityKey, scanned);
  }
}
