package org.juntos.content;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.proto.StatusKind;
import org.juntos.content.proto.StatusNews;
import org.juntos.content.proto.StatusPosted;
import org.juntos.wire.AccountId;

/// From `statuses.proto` to [StatusContent]. An [IllegalArgumentException] of a record is malformed
/// content, too.
final class StatusReader {
  private StatusReader() {}

  /// Null when it is of a kind that this version does not know.
  static StatusContent.@Nullable Posted posted(StatusPosted fields)
      throws MalformedContentException {
    var kind = kind(fields.getKind());
    return kind == null
        ? null
        : new StatusContent.Posted(
            kind,
            fields.getText(),
            fields.getBackground() & Integer.MAX_VALUE,
            file(fields.getFile()),
            ContentReader.time(fields.getPostedAtMs()),
            accounts(fields.getAudienceList()));
  }

  /// Null when it is of a kind that this version does not know.
  static @Nullable StatusContent news(StatusNews fields) throws MalformedContentException {
    return switch (fields.getKindCase()) {
      case DELETED -> new StatusContent.Deleted(id(fields.getDeleted().getStatusId()));
      case SEEN ->
          new StatusContent.Seen(
              ids(fields.getSeen().getStatusIdsList()),
              ContentReader.time(fields.getSeen().getAtMs()));
      case VIEWED ->
          new StatusContent.Viewed(
              account(fields.getViewed().getAuthor()), ids(fields.getViewed().getStatusIdsList()));
      case MUTED ->
          new StatusContent.Muted(
              account(fields.getMuted().getAuthor()), fields.getMuted().getMuted());
      case AUDIENCE ->
          new StatusContent.Audience(
              fields.getAudience().getSelected(),
              accounts(fields.getAudience().getAccountsList()),
              fields.getAudience().getSecretly());
      case KIND_NOT_SET -> {
        if (fields.getUnknownFields().asMap().isEmpty()) {
          throw new MalformedContentException("nothing is said of a status");
        }
        yield null;
      }
    };
  }

  /// Null when it replies to nothing, or to what this version does not know.
  static @Nullable StatusReply reply(org.juntos.content.proto.Message fields) {
    var kind = kind(fields.getStatusReply().getKind());
    return fields.hasStatusReply() && kind != null
        ? new StatusReply(id(fields.getStatusReply().getStatusId()), kind)
        : null;
  }

  private static StatusContent.@Nullable Kind kind(StatusKind kind) {
    return switch (kind) {
      case STATUS_TEXT -> StatusContent.Kind.TEXT;
      case STATUS_IMAGE -> StatusContent.Kind.IMAGE;
      case STATUS_VIDEO -> StatusContent.Kind.VIDEO;
      case STATUS_KIND_UNSPECIFIED, UNRECOGNIZED -> null;
    };
  }

  private static @Nullable Attachment file(ByteString serialized) throws MalformedContentException {
    try {
      return serialized.isEmpty()
          ? null
          : ContentReader.attachment(org.juntos.content.proto.Attachment.parseFrom(serialized));
    } catch (InvalidProtocolBufferException _) {
      throw new MalformedContentException("a status with a file that is none");
    }
  }

  private static List<AccountId> accounts(List<ByteString> fields) {
    return fields.stream().limit(StatusContent.MOST + 1L).map(StatusReader::account).toList();
  }

  private static List<MessageId> ids(List<ByteString> fields) {
    return fields.stream().limit(StatusContent.MOST).map(StatusReader::id).toList();
  }

  private static AccountId account(ByteString bytes) {
    return new AccountId(BindingFields.id(bytes));
  }

  private static MessageId id(ByteString bytes) {
    return new MessageId(BindingFields.id(bytes));
  }
}
