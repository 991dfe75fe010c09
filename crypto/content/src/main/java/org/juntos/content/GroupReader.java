package org.juntos.content;

import com.google.protobuf.ByteString;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.proto.GroupIntroduction;
import org.juntos.content.proto.GroupMissing;
import org.juntos.content.proto.GroupOriginal;
import org.juntos.content.proto.GroupSent;
import org.juntos.content.proto.GroupTalk;
import org.juntos.content.proto.SenderKey;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// From `groups.proto` to [GroupContent]. An [IllegalArgumentException] of a record is malformed
/// content, too.
final class GroupReader {
  private GroupReader() {}

  static GroupContent key(SenderKey fields) {
    return new GroupContent.SenderKey(
        conversation(fields.getConversation()),
        bytes(fields.getDistribution()),
        fields.getSequenceBase(),
        fields.getName());
  }

  static GroupContent introduction(GroupIntroduction fields) throws MalformedContentException {
    if (fields.getPeopleCount() > GroupContent.MOST_PEOPLE) {
      throw new MalformedContentException("too many people");
    }
    return new GroupContent.Introduction(
        new GroupKey(bytes(fields.getMasterKey())),
        fields.getRevision(),
        bytes(fields.getHead()),
        bytes(fields.getState()),
        people(fields.getPeopleList()));
  }

  static List<GroupPerson> people(List<org.juntos.content.proto.GroupPerson> fields) {
    return fields.stream().map(GroupPerson::read).toList();
  }

  /// Null when it is of a kind that this version does not know.
  static @Nullable GroupContent talk(GroupTalk fields) throws MalformedContentException {
    return switch (fields.getKindCase()) {
      case UPDATED ->
          new GroupContent.Updated(
              conversation(fields.getUpdated().getConversation()),
              bytes(fields.getUpdated().getChange()));
      case MISSING -> missing(fields.getMissing());
      case ORIGINAL -> original(fields.getOriginal());
      case SENT -> sent(fields.getSent());
      case READ ->
          new GroupContent.Read(
              conversation(fields.getRead().getConversation()),
              fields.getRead().getMessageIdsList().stream()
                  .map(BindingFields::id)
                  .map(MessageId::new)
                  .toList());
      case KIND_NOT_SET -> none(fields);
    };
  }

  private static @Nullable GroupContent none(GroupTalk fields) throws MalformedContentException {
    if (fields.getUnknownFields().asMap().isEmpty()) {
      throw new MalformedContentException("nothing is said of a group");
    }
    return null;
  }

  private static GroupContent missing(GroupMissing fields) {
    return new GroupContent.Missing(
        conversation(fields.getConversation()),
        device(fields.getAuthorAccount(), fields.getAuthorDevice()),
        fields.getFirst(),
        fields.getLast());
  }

  private static GroupContent original(GroupOriginal fields) {
    return new GroupContent.Original(
        conversation(fields.getConversation()),
        device(fields.getAuthorAccount(), fields.getAuthorDevice()),
        bytes(fields.getMessage()));
  }

  private static @Nullable GroupContent sent(GroupSent fields) throws MalformedContentException {
    var message = LinkingReader.message(fields.getMessage());
    return message == null
        ? null
        : new GroupContent.Sent(
            conversation(fields.getConversation()),
            fields.getAuthorDevice(),
            fields.getSequence(),
            new MessageId(BindingFields.id(fields.getMessageId())),
            message,
            ContentReader.time(fields.getAcceptedAtMs()),
            fields.getRecipientsList().stream().map(GroupReader::account).toList());
  }

  private static DeviceAddress device(ByteString account, int device) {
    return new DeviceAddress(account(account), device);
  }

  private static AccountId account(ByteString bytes) {
    return new AccountId(BindingFields.id(bytes));
  }

  private static ConversationId conversation(ByteString bytes) {
    return new ConversationId(BindingFields.id(bytes));
  }

  private static Bytes bytes(ByteString bytes) {
    return Bytes.of(bytes.toByteArray());
  }
}
