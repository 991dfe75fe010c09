package org.juntos.crypto.session;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.juntos.content.Audience;
import org.juntos.content.Binding;
import org.juntos.content.ContentCodec;
import org.juntos.content.ConversationId;
import org.juntos.content.DecodeResult;
import org.juntos.crypto.record.ProtocolRecords;
import org.juntos.crypto.session.Opened.Duplicate;
import org.juntos.crypto.session.Opened.IdentityChanged;
import org.juntos.crypto.session.Opened.Malformed;
import org.juntos.crypto.session.Opened.Message;
import org.juntos.crypto.session.Opened.Misdirected;
import org.juntos.crypto.session.Opened.NoSession;
import org.juntos.crypto.session.Opened.UnknownContent;
import org.juntos.crypto.session.Opened.UnlistedDevice;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.signal.libsignal.protocol.DuplicateMessageException;
import org.signal.libsignal.protocol.InvalidKeyException;
import org.signal.libsignal.protocol.InvalidKeyIdException;
import org.signal.libsignal.protocol.InvalidMessageException;
import org.signal.libsignal.protocol.InvalidVersionException;
import org.signal.libsignal.protocol.LegacyMessageException;
import org.signal.libsignal.protocol.NoSessionException;
import org.signal.libsignal.protocol.UntrustedIdentityException;
import org.signal.libsignal.protocol.ecc.ECPublicKey;
import org.signal.libsignal.protocol.message.CiphertextMessage;

/// From the ciphertext of an envelope to a content that may be believed.
final class Opening {
  /// How long after its certificate's expiry an envelope may reach the relay. A sender seals once
  /// and repeats the same bytes until the relay has them, and may be offline in between.
  private static final Duration GRACE = Duration.ofDays(30);

  private final ProtocolRecords records;
  private final LocalIdentity identity;

  Opening(ProtocolRecords records, LocalIdentity identity) {
    this.records = records;
    this.identity = identity;
  }

  /// @param wanted whether a post may change anything yet
  Opened open(
      Bytes ciphertext, Bytes trustRoot, Instant acceptedAt, Predicate<Opened.Post> wanted) {
    var root = root(trustRoot);
    var own = identity.required();
    var staged = new StagedRecords(records);
    var opened = attempt(ciphertext, root, acceptedAt.minus(GRACE), staged, own);
    boolean early = opened instanceof Opened.Post post && !wanted.test(post);
    return early || changesNothing(opened) || staged.commit()
        ? opened
        : new Malformed("a first message with a last-resort key was played again");
  }

  /// What a member of a group has passed on as its author has encrypted and signed it.
  Opened passedOn(DeviceAddress author, Bytes original) {
    var own = identity.required();
    var staged = new StagedRecords(records);
    var opened = passedOn(author, original, staged, own);
    if (!changesNothing(opened)) {
      staged.commit();
    }
    return opened;
  }

  private static Opened passedOn(
      DeviceAddress author, Bytes original, StagedRecords staged, OwnIdentity own) {
    try {
      return SenderKeys.open(author, original, new LibsignalStore(staged, own));
    } catch (RuntimeException | AssertionError e) { // how libsignal reports what it cannot handle
      staged.rethrowFailure();
      return new Malformed("libsignal refused it: " + e.getClass().getSimpleName());
    }
  }

  private static Opened attempt(
      Bytes ciphertext, ECPublicKey root, Instant time, StagedRecords staged, OwnIdentity own) {
    try {
      var store = new LibsignalStore(staged, own);
      var unsealed = Unsealing.unseal(ciphertext, root, time, store);
      return fromSender(unsealed, store, own);
    } catch (RefusedException e) {
      return new Malformed(e.why());
    } catch (RuntimeException | AssertionError e) { // how libsignal reports what it cannot handle
      staged.rethrowFailure();
      return new Malformed("libsignal refused it: " + e.getClass().getSimpleName());
    }
  }

  private static Opened fromSender(Unsealed unsealed, LibsignalStore store, OwnIdentity own)
      throws RefusedException {
    var sender = unsealed.sender();
    var trusted = store.trusted(sender.account());
    if (trusted != null && !trusted.equals(unsealed.identityKey())) {
      if (sender.account().equals(own.device().account())) {
        throw new RefusedException("it claims to come from this account");
      }
      return new IdentityChanged(sender, unsealed.identityKey());
    }
    if (sender.equals(own.address())) {
      throw new RefusedException("it claims to come from this device");
    }
    if (!store.isListed(sender)) {
      return new UnlistedDevice(sender);
    }
    return unsealed.type() == CiphertextMessage.SENDERKEY_TYPE
        ? SenderKeys.open(sender, unsealed.message(), store)
        : decrypted(unsealed, store, own);
  }

  private static Opened decrypted(Unsealed unsealed, LibsignalStore store, OwnIdentity own)
      throws RefusedException {
    var sender = unsealed.sender();
    try {
      return judged(sender, own.address(), Decryption.decrypt(unsealed, store));
    } catch (DuplicateMessageException _) {
      return new Duplicate();
    } catch (NoSessionException | InvalidKeyIdException | InvalidMessageException _) {
      return new NoSession(sender); // or one that has gone on so far that it opens it no more
    } catch (UntrustedIdentityException _) {
      return new IdentityChanged(sender, unsealed.identityKey());
    } catch (InvalidKeyException _) {
      return new Malformed("a key in it is malformed or of low order");
    } catch (InvalidVersionException | LegacyMessageException _) {
      return new Malformed("a version of the protocol that is not spoken here");
    }
  }

  private static Opened judged(DeviceAddress sender, DeviceAddress own, byte[] plaintext) {
    return switch (ContentCodec.decode(plaintext)) {
      case DecodeResult.Malformed(var why) -> new Malformed(why);
      case DecodeResult.Unknown(var binding, var field) ->
          isBound(binding, sender, own)
              ? new UnknownContent(sender, binding, field)
              : new Misdirected(binding);
      case DecodeResult.Decoded(var binding, var content) ->
          isBound(binding, sender, own)
              ? new Message(sender, binding, content)
              : new Misdirected(binding);
    };
  }

  private static boolean isBound(Binding binding, DeviceAddress sender, DeviceAddress own) {
    return binding.sender().equals(sender)
        && binding.to().equals(new Audience.Device(own))
        && binding.conversation().equals(ConversationId.ofTwo(sender.account(), own.account()));
  }

  private static boolean changesNothing(Opened opened) {
    return !(opened instanceof Message
        || opened instanceof Opened.Post
        || opened instanceof UnknownContent);
  }

  private static ECPublicKey root(Bytes trustRoot) {
    try {
      return SoundKeys.parse(trustRoot);
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException("the trust root is no sound public key", e);
    }
  }
}
