package org.juntos.crypto.session;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.juntos.content.Binding;
import org.juntos.content.Content;
import org.juntos.content.ContentCodec;
import org.juntos.content.ConversationId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.signal.libsignal.metadata.InvalidMetadataMessageException;
import org.signal.libsignal.metadata.SealedSessionCipher;
import org.signal.libsignal.metadata.certificate.InvalidCertificateException;
import org.signal.libsignal.metadata.protocol.UnidentifiedSenderMessageContent;
import org.signal.libsignal.protocol.InvalidKeyException;
import org.signal.libsignal.protocol.InvalidMessageException;
import org.signal.libsignal.protocol.InvalidVersionException;
import org.signal.libsignal.protocol.LegacyMessageException;
import org.signal.libsignal.protocol.NoSessionException;
import org.signal.libsignal.protocol.SessionCipher;
import org.signal.libsignal.protocol.UntrustedIdentityException;
import org.signal.libsignal.protocol.groups.GroupCipher;
import org.signal.libsignal.protocol.message.CiphertextMessage;
import org.signal.libsignal.protocol.message.PreKeySignalMessage;
import org.signal.libsignal.protocol.message.SignalMessage;

/// A client that does what ours refuses to do: seals any plaintext, under any certificate, with any
/// byte of the message changed.
final class Forger {
  static final int FIRST = 1;
  static final int LATER = 2;
  static final int GROUP = 7;
  static final int PLAINTEXT = 8;

  private final Party from;

  Forger(Party from) {
    this.from = from;
  }

  /// Encrypts with the session that the party has with `to`.
  CiphertextMessage encrypt(DeviceAddress to, byte[] plaintext) {
    var staged = new StagedRecords(from.records);
    var store = new LibsignalStore(staged, from.own());
    try {
      var message =
          new SessionCipher(store, LibsignalStore.address(to))
              .encrypt(plaintext, from.clock.instant());
      staged.commit();
      return message;
    } catch (NoSessionException | UntrustedIdentityException e) {
      throw new AssertionError(e);
    }
  }

  /// Encrypts under the party's key for `group`, whatever the binding says.
  Bytes encrypt(ConversationId group, Binding binding, Content content) {
    var staged = new StagedRecords(from.records);
    var store = new LibsignalStore(staged, from.own());
    try {
      var message =
          new GroupCipher(store, LibsignalStore.address(from.address()))
              .encrypt(
                  SenderKeys.distribution(group, from.address()),
                  ContentCodec.encode(binding, content));
      staged.commit();
      return Bytes.of(message.serialize());
    } catch (NoSessionException e) {
      throw new AssertionError(e);
    }
  }

  Bytes seal(Party to, byte[] plaintext) {
    return wrap(to, encrypt(to.address(), plaintext), from.certificate());
  }

  /// Hides the sender of any message, under any certificate.
  Bytes wrap(Party to, CiphertextMessage message, Bytes certificate) {
    int type = message.getType() == CiphertextMessage.PREKEY_TYPE ? FIRST : LATER;
    return wrapRaw(to, type, message.serialize(), certificate);
  }

  /// Hides the sender of bytes that need not be a message.
  ///
  /// @param type as the envelope's inside names it
  Bytes wrapRaw(Party to, int type, byte[] message, Bytes certificate) {
    var staged = new StagedRecords(from.records);
    staged.putIdentity(to.account(), to.local().identityKey());
    var own = from.own();
    var store = new LibsignalStore(staged, own);
    try {
      var inside = new UnidentifiedSenderMessageContent(inside(type, message, certificate));
      var cipher = new SealedSessionCipher(store, own.device().account().value(), null, 1);
      return Bytes.of(cipher.encrypt(LibsignalStore.address(to.address()), inside));
    } catch (InvalidCertificateException
        | InvalidMetadataMessageException
        | InvalidKeyException
        | UntrustedIdentityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] inside(int type, byte[] message, Bytes certificate) {
    return UnknownFieldSet.newBuilder()
        .addField(1, Field.newBuilder().addVarint(type).build())
        .addField(2, bytes(certificate.toArray()))
        .addField(3, bytes(message))
        .build()
        .toByteArray();
  }

  private static Field bytes(byte[] value) {
    return Field.newBuilder().addLengthDelimited(ByteString.copyFrom(value)).build();
  }

  /// A later message with its fields changed; its MAC, made for the original, stays.
  static SignalMessage change(SignalMessage message, UnaryOperator<byte[]> fields) {
    var bytes = message.serialize();
    int end = bytes.length - 8;
    var changed = fields.apply(Arrays.copyOfRange(bytes, 1, end));
    var forged = new byte[1 + changed.length + 8];
    forged[0] = bytes[0];
    System.arraycopy(changed, 0, forged, 1, changed.length);
    System.arraycopy(bytes, end, forged, 1 + changed.length, 8);
    try {
      return new SignalMessage(forged);
    } catch (InvalidMessageException
        | InvalidVersionException
        | InvalidKeyException
        | LegacyMessageException e) {
      throw new AssertionError(e);
    }
  }

  /// A first message with its fields changed.
  static PreKeySignalMessage change(PreKeySignalMessage message, UnaryOperator<byte[]> fields) {
    var bytes = message.serialize();
    var changed = fields.apply(Arrays.copyOfRange(bytes, 1, bytes.length));
    var forged = new byte[1 + changed.length];
    forged[0] = bytes[0];
    System.arraycopy(changed, 0, forged, 1, changed.length);
    try {
      return new PreKeySignalMessage(forged);
    } catch (InvalidMessageException
        | InvalidVersionException
        | InvalidKeyException
        | LegacyMessageException e) {
      throw new AssertionError(e);
    }
  }

  /// Replaces the bytes field `number` of a serialized protobuf message; with no value, drops it.
  static byte[] replace(byte[] message, int number, byte[] value) {
    try {
      var fields = UnknownFieldSet.parseFrom(message).toBuilder().clearField(number);
      if (value.length > 0) {
        fields.addField(number, bytes(value));
      }
      return fields.build().toByteArray();
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  /// The bytes field `number` of a serialized protobuf message.
  static byte[] field(byte[] message, int number) {
    try {
      return UnknownFieldSet.parseFrom(message)
          .getField(number)
          .getLengthDelimitedList()
          .getFirst()
          .toByteArray();
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }
}
