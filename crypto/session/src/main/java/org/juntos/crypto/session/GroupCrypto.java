package org.juntos.crypto.session;

import java.util.List;
import org.juntos.content.Audience;
import org.juntos.content.Binding;
import org.juntos.content.Content;
import org.juntos.content.ContentCodec;
import org.juntos.content.ConversationId;
import org.juntos.crypto.record.ProtocolRecords;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.signal.libsignal.protocol.InvalidKeyException;
import org.signal.libsignal.protocol.InvalidMessageException;
import org.signal.libsignal.protocol.InvalidRegistrationIdException;
import org.signal.libsignal.protocol.InvalidVersionException;
import org.signal.libsignal.protocol.LegacyMessageException;
import org.signal.libsignal.protocol.NoSessionException;
import org.signal.libsignal.protocol.UntrustedIdentityException;
import org.signal.libsignal.protocol.groups.GroupCipher;
import org.signal.libsignal.protocol.groups.GroupSessionBuilder;
import org.signal.libsignal.protocol.message.CiphertextMessage;
import org.signal.libsignal.protocol.message.SenderKeyDistributionMessage;

/// What one device does with sender keys: it encrypts a content once, for all members of a group.
///
/// As [DeviceCrypto], it belongs to one database transaction.
public final class GroupCrypto {
  private final ProtocolRecords records;
  private final LocalIdentity identity;
  private final Opening opening;

  GroupCrypto(ProtocolRecords records, LocalIdentity identity, Opening opening) {
    this.records = records;
    this.identity = identity;
    this.opening = opening;
  }

  /// What opens all that this device writes to the group from now on; a key is made when there is
  /// none.
  public Bytes distribution(ConversationId group) {
    var own = identity.required();
    var staged = new StagedRecords(records);
    var message =
        new GroupSessionBuilder(new LibsignalStore(staged, own))
            .create(
                LibsignalStore.address(own.address()),
                SenderKeys.distribution(group, own.address()));
    staged.commit();
    return Bytes.of(message.serialize());
  }

  /// Whether this device has a key for the group.
  public boolean hasKey(ConversationId group) {
    var own = identity.required().address();
    return records.senderKey(own, SenderKeys.distribution(group, own)) != null;
  }

  /// Forgets this device's key for the group: the next one opens nothing of before, and the old one
  /// nothing after.
  public void renew(ConversationId group) {
    var own = identity.required().address();
    records.deleteSenderKey(own, SenderKeys.distribution(group, own));
  }

  /// Takes the key of another device.
  ///
  /// @return false when it is none for that device and group
  public boolean learn(DeviceAddress sender, ConversationId group, Bytes distribution) {
    var own = identity.required();
    try {
      var message = new SenderKeyDistributionMessage(distribution.toArray());
      if (!message.getDistributionId().equals(SenderKeys.distribution(group, sender))
          || sender.equals(own.address())) {
        return false;
      }
      SoundKeys.check(message.getSignatureKey());
      var staged = new StagedRecords(records);
      new GroupSessionBuilder(new LibsignalStore(staged, own))
          .process(LibsignalStore.address(sender), message);
      return staged.commit();
    } catch (InvalidMessageException
        | InvalidVersionException
        | LegacyMessageException
        | InvalidKeyException _) {
      return false;
    }
  }

  /// Forgets the key of another device.
  public void forget(DeviceAddress sender, ConversationId group) {
    records.deleteSenderKey(sender, SenderKeys.distribution(group, sender));
  }

  /// What names the key of a device for a group, in [Opened.NoSenderKey].
  public static String keyName(DeviceAddress sender, ConversationId group) {
    return SenderKeys.distribution(group, sender).toString();
  }

  /// Encrypts for all `to` at once and hides who sends it.
  ///
  /// @param to at least one device
  /// @throws IllegalArgumentException when `binding` is not from this device to its group
  public SealedForMany seal(
      List<DeviceAddress> to, Binding binding, Content content, Bytes senderCertificate) {
    var own = identity.required();
    if (!binding.sender().equals(own.address()) || !(binding.to() instanceof Audience.Group)) {
      throw new IllegalArgumentException("the binding is not that of this message");
    }
    var plaintext = ContentCodec.encode(binding, content);
    var staged = new StagedRecords(records);
    var store = new LibsignalStore(staged, own);
    try {
      return seal(to, binding, plaintext, senderCertificate, store, staged);
    } catch (RefusedException e) {
      return new SealedForMany.BadCertificate(e.why());
    } catch (NoSessionException e) {
      return new SealedForMany.NoSession(LibsignalStore.device(e.getAddress()));
    }
  }

  private SealedForMany seal(
      List<DeviceAddress> to,
      Binding binding,
      byte[] plaintext,
      Bytes certificate,
      LibsignalStore store,
      StagedRecords staged)
      throws RefusedException, NoSessionException {
    var own = identity.required();
    var sender = new HiddenSender(store, own, SenderCertificates.own(certificate, own));
    var message = encrypted(store, own, binding.conversation(), plaintext);
    try {
      var addresses = to.stream().map(LibsignalStore::address).toList();
      var sealed = Bytes.of(sender.cipher().multiRecipientEncrypt(addresses, sender.with(message)));
      staged.commit();
      return new SealedForMany.Ciphertext(sealed, Bytes.of(message.serialize()));
    } catch (InvalidRegistrationIdException | InvalidKeyException | UntrustedIdentityException e) {
      throw new IllegalStateException("sessions that were looked at before", e);
    }
  }

  private static CiphertextMessage encrypted(
      LibsignalStore store, OwnIdentity own, ConversationId group, byte[] plaintext) {
    var name = LibsignalStore.address(own.address());
    try {
      return new GroupCipher(store, name)
          .encrypt(SenderKeys.distribution(group, own.address()), plaintext);
    } catch (NoSessionException e) {
      throw new IllegalStateException("this device has no key for the group", e);
    }
  }

  /// Opens what a member has passed on as `author` has written it.
  public Opened openPassedOn(DeviceAddress author, Bytes original) {
    return opening.passedOn(author, original);
  }
}
