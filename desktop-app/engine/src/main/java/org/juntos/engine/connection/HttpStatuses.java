package org.juntos.engine.connection;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import okhttp3.Request;
import org.juntos.content.MessageId;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.wire.AccountId;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.PostStatus;
import org.juntos.wire.proto.StatusSlot;

/// Statuses over HTTP.
final class HttpStatuses implements StatusApi {
  private final AuthorizedExchange authorized;
  private final Exchange anonymous;

  HttpStatuses(AuthorizedExchange authorized, Exchange anonymous) {
    this.authorized = authorized;
    this.anonymous = anonymous;
  }

  @Override
  public RelayResult<Slot> post(MessageId status, String blob) throws IOException {
    var body = ProtobufBody.of(PostStatus.newBuilder().setBlobId(blob).build());
    return authorized.send(
        authorized.request(Paths.STATUSES, status.toString()).put(body),
        answer -> slot(ProtobufBody.read(answer, StatusSlot.parser())));
  }

  private static Slot slot(StatusSlot slot) {
    return new Slot(Duration.ofMillis(slot.getAgeMs()), Instant.ofEpochMilli(slot.getNowMs()));
  }

  @Override
  public RelayResult<Done> delete(MessageId status, String blob) throws IOException {
    var deleted = delete(authorized.request(Paths.STATUSES, status.toString()));
    return blob.isEmpty() || deleted instanceof RelayResult.Refused
        ? deleted
        : delete(authorized.request(Paths.BLOBS, blob).header("Tus-Resumable", "1.0.0"));
  }

  /// What is not there is deleted.
  private RelayResult<Done> delete(Request.Builder request) throws IOException {
    return switch (authorized.send(request.delete(), _ -> new Done())) {
      case RelayResult.Refused<Done> refused when refused.code() == ErrorCode.NOT_FOUND ->
          new RelayResult.Ok<>(new Done());
      case RelayResult.Refused<Done> refused -> refused;
      case RelayResult.Ok<Done> done -> done;
    };
  }

  @Override
  public RelayResult<Long> file(
      AccountId author,
      MessageId status,
      AccessKey key,
      long from,
      WritableByteChannel sink,
      BlobApi.Progress progress)
      throws IOException {
    return key.isNone()
        ? authorized.send(
            HttpBlobs.from(authorized.request(Paths.ACCOUNTS, path(author, status)), from),
            answer -> HttpBlobs.copy(answer, from, sink, progress))
        : anonymous.send(
            HttpBlobs.from(anonymous.request(Paths.ACCOUNTS, path(author, status)), from)
                .header(Paths.ACCESS_KEY_HEADER, shown(key))
                .build(),
            answer -> HttpBlobs.copy(answer, from, sink, progress));
  }

  private static String[] path(AccountId author, MessageId status) {
    return new String[] {author.toString(), "statuses", status.toString()};
  }

  private static String shown(AccessKey key) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key.value().toArray());
  }
}
