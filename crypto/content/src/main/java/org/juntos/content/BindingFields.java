package org.juntos.content;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.util.UUID;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// The binding's message of `content.proto`.
final class BindingFields {
  /// More than any binding takes inside a content message.
  static final int MAX_BYTES = 128;

  private BindingFields() {}

  static org.juntos.content.proto.Binding write(Binding binding) {
    var fields =
        org.juntos.content.proto.Binding.newBuilder()
            .setSenderAccount(bytes(binding.sender().account().value()))
            .setSenderDevice(binding.sender().device())
            .setConversation(bytes(binding.conversation().value()))
            .setMessageId(bytes(binding.messageId().value()))
            .setSequence(binding.sequence());
    switch (binding.to()) {
      case Audience.Device(var address) ->
          fields
              .setRecipientAccount(bytes(address.account().value()))
              .setRecipientDevice(address.device());
      case Audience.Group(var revision, var head) ->
          fields
              .setGroupRevision(revision)
              .setGroupHead(UnsafeByteOperations.unsafeWrap(head.buffer()));
    }
    return fields.build();
  }

  /// @throws IllegalArgumentException when a field is not of its form
  static Binding read(org.juntos.content.proto.Binding fields) {
    return new Binding(
        new DeviceAddress(new AccountId(id(fields.getSenderAccount())), fields.getSenderDevice()),
        audience(fields),
        new ConversationId(id(fields.getConversation())),
        new MessageId(id(fields.getMessageId())),
        fields.getSequence());
  }

  private static Audience audience(org.juntos.content.proto.Binding fields) {
    if (fields.getGroupHead().isEmpty()) {
      return new Audience.Device(
          new DeviceAddress(
              new AccountId(id(fields.getRecipientAccount())), fields.getRecipientDevice()));
    }
    if (!fields.getRecipientAccount().isEmpty() || fields.getRecipientDevice() != 0) {
      throw new IllegalArgumentException("for a group and for a device");
    }
    return new Audience.Group(
        fields.getGroupRevision(), Bytes.of(fields.getGroupHead().toByteArray()));
  }

  static ByteString bytes(UUID id) {
    return UnsafeByteOperations.unsafeWrap(AccountId.bytes(id).buffer());
  }

  static UUID id(ByteString bytes) {
    return AccountId.uuid(Bytes.of(bytes.toByteArray()));
  }
}
