package org.juntos.content;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import org.juntos.content.proto.GroupIntroduction;
import org.juntos.content.proto.GroupMissing;
import org.juntos.content.proto.GroupOriginal;
import org.juntos.content.proto.GroupRead;
import org.juntos.content.proto.GroupSent;
import org.juntos.content.proto.GroupTalk;
import org.juntos.content.proto.GroupUpdated;
import org.juntos.content.proto.Sealed;
import org.juntos.content.proto.SenderKey;
import org.juntos.wire.Bytes;

/// From [GroupContent] to `groups.proto`.
final class GroupWriter {
  private GroupWriter() {}

  static Sealed.Builder write(Sealed.Builder sealed, GroupContent content) {
    return switch (content) {
      case GroupContent.SenderKey key -> sealed.setSenderKey(key(key));
      case GroupContent.Introduction introduction ->
          sealed.setGroupIntroduction(introduction(introduction));
      case GroupContent.Updated(var group, var change) ->
          talk(
              sealed,
              GroupTalk.newBuilder()
                  .setUpdated(
                      GroupUpdated.newBuilder()
                          .setConversation(id(group))
                          .setChange(bytes(change))));
      case GroupContent.Missing missing ->
          talk(sealed, GroupTalk.newBuilder().setMissing(missing(missing)));
      case GroupContent.Original original ->
          talk(sealed, GroupTalk.newBuilder().setOriginal(original(original)));
      case GroupContent.Sent sent -> talk(sealed, GroupTalk.newBuilder().setSent(sent(sent)));
      case GroupContent.Read read -> talk(sealed, GroupTalk.newBuilder().setRead(read(read)));
    };
  }

  private static Sealed.Builder talk(Sealed.Builder sealed, GroupTalk.Builder talk) {
    return sealed.setGroupTalk(talk);
  }

  private static SenderKey key(GroupContent.SenderKey key) {
    return SenderKey.newBuilder()
        .setConversation(id(key.group()))
        .setDistribution(bytes(key.distribution()))
        .setSequenceBase(key.sequenceBase())
        .setName(key.name())
        .build();
  }

  private static GroupIntroduction introduction(GroupContent.Introduction introduction) {
    var fields =
        GroupIntroduction.newBuilder()
            .setMasterKey(bytes(introduction.key().value()))
            .setRevision(introduction.revision())
            .setHead(bytes(introduction.head()))
            .setState(bytes(introduction.state()));
    introduction.people().forEach(person -> fields.addPeople(person.write()));
    return fields.build();
  }

  private static GroupMissing missing(GroupContent.Missing missing) {
    return GroupMissing.newBuilder()
        .setConversation(id(missing.group()))
        .setAuthorAccount(BindingFields.bytes(missing.author().account().value()))
        .setAuthorDevice(missing.author().device())
        .setFirst(missing.first())
        .setLast(missing.last())
        .build();
  }

  private static GroupOriginal original(GroupContent.Original original) {
    return GroupOriginal.newBuilder()
        .setConversation(id(original.group()))
        .setAuthorAccount(BindingFields.bytes(original.author().account().value()))
        .setAuthorDevice(original.author().device())
        .setMessage(bytes(original.message()))
        .build();
  }

  private static GroupSent sent(GroupContent.Sent sent) {
    var fields =
        GroupSent.newBuilder()
            .setConversation(id(sent.group()))
            .setAuthorDevice(sent.device())
            .setSequence(sent.sequence())
            .setMessageId(BindingFields.bytes(sent.id().value()))
            .setMessage(ContentWriter.message(sent.message()).toByteString())
            .setAcceptedAtMs(sent.accepted().toEpochMilli());
    sent.recipients().forEach(one -> fields.addRecipients(BindingFields.bytes(one.value())));
    return fields.build();
  }

  private static GroupRead read(GroupContent.Read read) {
    var fields = GroupRead.newBuilder().setConversation(id(read.group()));
    read.messages().forEach(id -> fields.addMessageIds(BindingFields.bytes(id.value())));
    return fields.build();
  }

  private static ByteString id(ConversationId conversation) {
    return BindingFields.bytes(conversation.value());
  }

  private static ByteString bytes(Bytes bytes) {
    return UnsafeByteOperations.unsafeWrap(bytes.buffer());
  }
}
