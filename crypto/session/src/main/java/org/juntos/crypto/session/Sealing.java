package org.juntos.crypto.session;

import java.time.InstantSource;
import org.juntos.content.Audience;
import org.juntos.content.Binding;
import org.juntos.content.Content;
import org.juntos.content.ContentCodec;
import org.juntos.content.ConversationId;
import org.juntos.crypto.record.ProtocolRecords;
import org.juntos.crypto.session.Sealed.BadCertificate;
import org.juntos.crypto.session.Sealed.Ciphertext;
import org.juntos.crypto.session.Sealed.IdentityMismatch;
import org.juntos.crypto.session.Sealed.NoSession;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.signal.libsignal.protocol.InvalidKeyException;
import org.signal.libsignal.protocol.NoSessionException;
import org.signal.libsignal.protocol.SessionCipher;
import org.signal.libsignal.protocol.UntrustedIdentityException;
import org.signal.libsignal.protocol.message.CiphertextMessage;

/// From a content to the ciphertext of an envelope.
final class Sealing {
  private final ProtocolRecords records;
  private final InstantSource clock;
  private final LocalIdentity identity;

  Sealing(ProtocolRecords records, InstantSource clock, LocalIdentity identity) {
    this.records = records;
    this.clock = clock;
    this.identity = identity;
  }

  Sealed seal(
      DeviceAddress to, Bytes expected, Binding binding, Content content, Bytes certificate) {
    var own = identity.required();
    requireBound(binding, own.address(), to);
    var plaintext = ContentCodec.encode(binding, content);
    var staged = new StagedRecords(records);
    var store = new LibsignalStore(staged, own);
    var trusted = store.trusted(to.account());
    if (trusted == null) {
      return new NoSession();
    }
    if (!expected.isEmpty() && !expected.equals(trusted)) {
      return new IdentityMismatch(trusted);
    }
    try {
      var sender = new HiddenSender(store, own, SenderCertificates.own(certificate, own));
      var ciphertext = hideSender(sender, to, encrypt(store, to, plaintext));
      staged.commit();
      return new Ciphertext(ciphertext);
    } catch (RefusedException e) {
      return new BadCertificate(e.why());
    } catch (NoSessionException _) {
      return new NoSession();
    } catch (UntrustedIdentityException _) {
      return new IdentityMismatch(trusted);
    }
  }

  private static void requireBound(Binding binding, DeviceAddress from, DeviceAddress to) {
    var conversation = ConversationId.ofTwo(from.account(), to.account());
    if (!binding.sender().equals(from)
        || !binding.to().equals(new Audience.Device(to))
        || !binding.conversation().equals(conversation)) {
      throw new IllegalArgumentException("the binding is not that of this envelope");
    }
  }

  private CiphertextMessage encrypt(LibsignalStore store, DeviceAddress to, byte[] plaintext)
      throws NoSessionException, UntrustedIdentityException {
    var name = LibsignalStore.address(to);
    var message = new SessionCipher(store, name).encrypt(plaintext, clock.instant());
    if (!PqRatchet.isIn(message)) {
      throw new NoSessionException(name, "a session without the post-quantum ratchet");
    }
    return message;
  }

  private static Bytes hideSender(HiddenSender sender, DeviceAddress to, CiphertextMessage message)
      throws UntrustedIdentityException {
    try {
      return Bytes.of(sender.cipher().encrypt(LibsignalStore.address(to), sender.with(message)));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("a trusted identity key that is no key", e);
    }
  }
}
