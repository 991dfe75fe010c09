package org.juntos.content;

import com.google.protobuf.ByteString;
import java.util.List;
import org.juntos.content.proto.Sealed;
import org.juntos.content.proto.StatusAudience;
import org.juntos.content.proto.StatusDeleted;
import org.juntos.content.proto.StatusKind;
import org.juntos.content.proto.StatusMuted;
import org.juntos.content.proto.StatusNews;
import org.juntos.content.proto.StatusPosted;
import org.juntos.content.proto.StatusSeen;
import org.juntos.content.proto.StatusViewed;
import org.juntos.wire.AccountId;

/// From [StatusContent] to `statuses.proto`.
final class StatusWriter {
  private StatusWriter() {}

  static Sealed.Builder write(Sealed.Builder sealed, StatusContent content) {
    return switch (content) {
      case StatusContent.Posted posted -> sealed.setStatus(posted(posted));
      case StatusContent.Deleted(var status) ->
          sealed.setStatusNews(
              StatusNews.newBuilder()
                  .setDeleted(StatusDeleted.newBuilder().setStatusId(id(status))));
      case StatusContent.Seen(var statuses, var at) ->
          sealed.setStatusNews(
              StatusNews.newBuilder()
                  .setSeen(
                      StatusSeen.newBuilder()
                          .addAllStatusIds(ids(statuses))
                          .setAtMs(at.toEpochMilli())));
      case StatusContent.Viewed(var author, var statuses) ->
          sealed.setStatusNews(
              StatusNews.newBuilder()
                  .setViewed(
                      StatusViewed.newBuilder()
                          .setAuthor(account(author))
                          .addAllStatusIds(ids(statuses))));
      case StatusContent.Muted(var author, var muted) ->
          sealed.setStatusNews(
              StatusNews.newBuilder()
                  .setMuted(StatusMuted.newBuilder().setAuthor(account(author)).setMuted(muted)));
      case StatusContent.Audience audience ->
          sealed.setStatusNews(StatusNews.newBuilder().setAudience(audience(audience)));
    };
  }

  private static StatusPosted posted(StatusContent.Posted posted) {
    var fields =
        StatusPosted.newBuilder()
            .setKind(kind(posted.kind()))
            .setText(posted.text())
            .setBackground(posted.background())
            .setPostedAtMs(posted.postedAt().toEpochMilli())
            .addAllAudience(accounts(posted.audience()));
    if (posted.file() != null) {
      fields.setFile(ContentWriter.attachment(posted.file()).toByteString());
    }
    return fields.build();
  }

  private static StatusAudience audience(StatusContent.Audience audience) {
    return StatusAudience.newBuilder()
        .setSelected(audience.selected())
        .addAllAccounts(accounts(audience.accounts()))
        .setSecretly(audience.secretly())
        .build();
  }

  static org.juntos.content.proto.StatusReply reply(StatusReply reply) {
    return org.juntos.content.proto.StatusReply.newBuilder()
        .setStatusId(id(reply.status()))
        .setKind(kind(reply.kind()))
        .build();
  }

  private static StatusKind kind(StatusContent.Kind kind) {
    return switch (kind) {
      case TEXT -> StatusKind.STATUS_TEXT;
      case IMAGE -> StatusKind.STATUS_IMAGE;
      case VIDEO -> StatusKind.STATUS_VIDEO;
    };
  }

  private static List<ByteString> accounts(List<AccountId> accounts) {
    return accounts.stream().map(StatusWriter::account).toList();
  }

  private static List<ByteString> ids(List<MessageId> statuses) {
    return statuses.stream().map(StatusWriter::id).toList();
  }

  private static ByteString account(AccountId account) {
    return BindingFields.bytes(account.value());
  }

  private static ByteString id(MessageId id) {
    return BindingFields.bytes(id.value());
  }
}
