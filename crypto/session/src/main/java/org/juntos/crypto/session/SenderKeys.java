package org.juntos.crypto.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.juntos.content.Audience;
import org.juntos.content.Binding;
import org.juntos.content.ContentCodec;
import org.juntos.content.ConversationId;
import org.juntos.content.DecodeResult;
import org.juntos.crypto.session.Opened.Duplicate;
import org.juntos.crypto.session.Opened.Malformed;
import org.juntos.crypto.session.Opened.Misdirected;
import org.juntos.crypto.session.Opened.NoSenderKey;
import org.juntos.crypto.session.Opened.Post;
import org.juntos.crypto.session.Opened.UnknownContent;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.signal.libsignal.protocol.DuplicateMessageException;
import org.signal.libsignal.protocol.InvalidMessageException;
import org.signal.libsignal.protocol.InvalidVersionException;
import org.signal.libsignal.protocol.LegacyMessageException;
import org.signal.libsignal.protocol.NoSessionException;
import org.signal.libsignal.protocol.groups.GroupCipher;
import org.signal.libsignal.protocol.message.SenderKeyMessage;

/// Opens what a device has written to a group under its sender key.
final class SenderKeys {
  private static final byte[] LABEL = "juntos sender key v1".getBytes(StandardCharsets.US_ASCII);

  private SenderKeys() {}

  /// Names the sender key of a device for a group: no key opens what was written elsewhere.
  static UUID distribution(ConversationId group, DeviceAddress device) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(LABEL);
      digest.update(AccountId.bytes(group.value()).buffer());
      digest.update(device.account().bytes().buffer());
      digest.update((byte) device.device());
      var hash = ByteBuffer.wrap(digest.digest());
      return new UUID(hash.getLong(), hash.getLong());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this JDK has no SHA-256", impossible);
    }
  }

  static Opened open(DeviceAddress sender, Bytes message, LibsignalStore store) {
    var serialized = message.toArray();
    try {
      var distribution = new SenderKeyMessage(serialized).getDistributionId();
      if (store.loadSenderKey(LibsignalStore.address(sender), distribution) == null) {
        return new NoSenderKey(sender, distribution);
      }
      try {
        var cipher = new GroupCipher(store, LibsignalStore.address(sender));
        return judged(sender, distribution, cipher.decrypt(serialized), message);
      } catch (NoSessionException _) { // one that came before, or will come after, the known ones
        return new NoSenderKey(sender, distribution);
      }
    } catch (DuplicateMessageException _) {
      return new Duplicate();
    } catch (InvalidMessageException | InvalidVersionException | LegacyMessageException _) {
      return new Malformed("no message of a group, or one that its sender has not signed");
    }
  }

  private static Opened judged(
      DeviceAddress sender, UUID distribution, byte[] plaintext, Bytes message) {
    return switch (ContentCodec.decode(plaintext)) {
      case DecodeResult.Malformed(var why) -> new Malformed(why);
      case DecodeResult.Unknown(var binding, var field) ->
          isBound(binding, sender, distribution)
              ? new UnknownContent(sender, binding, field)
              : new Misdirected(binding);
      case DecodeResult.Decoded(var binding, var content) ->
          isBound(binding, sender, distribution)
              ? new Post(sender, binding, content, message)
              : new Misdirected(binding);
    };
  }

  private static boolean isBound(Binding binding, DeviceAddress sender, UUID distribution) {
    return binding.sender().equals(sender)
        && binding.to() instanceof Audience.Group
        && distribution(binding.conversation(), sender).equals(distribution);
  }
}
