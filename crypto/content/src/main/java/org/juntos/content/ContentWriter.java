package org.juntos.content;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import org.juntos.content.proto.ProfileNews;
import org.juntos.content.proto.Sealed;
import org.juntos.content.proto.Typing;
import org.juntos.wire.Bytes;

/// From the sealed types to `content.proto`.
final class ContentWriter {
  private ContentWriter() {}

  static Sealed.Builder write(Content content) {
    var sealed = Sealed.newBuilder();
    return switch (content) {
      case Content.Message message -> sealed.setMessage(message(message));
      case Content.Receipt receipt -> sealed.setReceipt(receipt(receipt));
      case Content.ContactRequest request -> sealed.setContactRequest(request(request));
      case Content.HistoryRestored restored -> sealed.setHistoryRestored(restored(restored));
      case Content.ResendRequest request -> sealed.setResendRequest(resend(request));
      case GroupContent group -> GroupWriter.write(sealed, group);
      case StatusContent status -> StatusWriter.write(sealed, status);
      case MessageChange change -> sealed.setMessageChange(ChangeWriter.change(change));
      case TimerSet set -> sealed.setTimerSet(VanishingFields.write(set));
      case Linking linking -> sealed.setLinking(LinkingWriter.write(linking));
      case Content.ContactAccepted accepted -> sealed.setContactAccepted(accepted(accepted));
      case Content.Typing(var typing, var at) ->
          sealed.setTyping(Typing.newBuilder().setTyping(typing).setAtMs(at.toEpochMilli()));
      case Content.ProfileNews(var version, var at) ->
          sealed.setProfileNews(
              ProfileNews.newBuilder().setVersion(version).setSentAtMs(at.toEpochMilli()));
    };
  }

  static org.juntos.content.proto.Message message(Content.Message message) {
    var fields =
        org.juntos.content.proto.Message.newBuilder()
            .setBody(message.body())
            .setSentAtMs(message.sentAt().toEpochMilli())
            .setForwarded(message.manner().forwarded())
            .setSilent(message.manner().silent())
            .addAllMarks(TextFields.marks(message.ranges()))
            .addAllMentions(TextFields.mentions(message.ranges()));
    message.attachments().forEach(attachment -> fields.addAttachments(attachment(attachment)));
    if (message.card() != null) {
      CardWriter.write(message.card(), fields);
    }
    if (message.reply() != null) {
      fields.setStatusReply(StatusWriter.reply(message.reply()));
    }
    if (message.sticker() != null) {
      fields.setSticker(StickerFields.write(message.sticker()));
    }
    if (message.quote() != null) {
      fields.setQuote(ChangeWriter.quote(message.quote()));
    }
    if (!message.timer().equals(Timer.NONE)) {
      fields.setTimer(VanishingFields.write(message.timer()));
    }
    if (message.preview() != null) {
      fields.setLinkPreview(TextFields.write(message.preview()));
    }
    return fields.build();
  }

  static org.juntos.content.proto.Attachment attachment(Attachment attachment) {
    var preview = attachment.preview();
    return org.juntos.content.proto.Attachment.newBuilder()
        .setBlobId(attachment.blobId())
        .setKey(bytes(attachment.key()))
        .setDigest(bytes(attachment.digest()))
        .setPlaintextBytes(attachment.plaintextBytes())
        .setCiphertextBytes(attachment.ciphertextBytes())
        .setFileName(attachment.fileName())
        .setMediaType(attachment.mediaType())
        .setKind(kind(attachment.kind()))
        .setWidth(preview.width())
        .setHeight(preview.height())
        .setDurationMs(preview.durationMillis())
        .setBlurhash(preview.blurhash())
        .setThumbnail(bytes(preview.thumbnail()))
        .setWaveform(bytes(preview.waveform()))
        .build();
  }

  private static org.juntos.content.proto.Attachment.Kind kind(Attachment.Kind kind) {
    return switch (kind) {
      case FILE -> org.juntos.content.proto.Attachment.Kind.FILE;
      case IMAGE -> org.juntos.content.proto.Attachment.Kind.IMAGE;
      case VIDEO -> org.juntos.content.proto.Attachment.Kind.VIDEO;
      case AUDIO -> org.juntos.content.proto.Attachment.Kind.AUDIO;
      case VOICE -> org.juntos.content.proto.Attachment.Kind.VOICE;
    };
  }

  private static org.juntos.content.proto.Receipt receipt(Content.Receipt receipt) {
    var fields =
        org.juntos.content.proto.Receipt.newBuilder()
            .setKind(
                switch (receipt.kind()) {
                  case DELIVERED -> org.juntos.content.proto.Receipt.Kind.DELIVERED;
                  case SEEN -> org.juntos.content.proto.Receipt.Kind.SEEN;
                })
            .setAtMs(receipt.at().toEpochMilli());
    receipt.messages().forEach(id -> fields.addMessageIds(BindingFields.bytes(id.value())));
    return fields.build();
  }

  private static org.juntos.content.proto.ContactRequest request(Content.ContactRequest request) {
    return org.juntos.content.proto.ContactRequest.newBuilder()
        .setName(request.name())
        .setRelay(request.relay())
        .setSentAtMs(request.sentAt().toEpochMilli())
        .setProfileKey(bytes(request.key().value()))
        .build();
  }

  private static org.juntos.content.proto.ContactAccepted accepted(
      Content.ContactAccepted accepted) {
    return org.juntos.content.proto.ContactAccepted.newBuilder()
        .setName(accepted.name())
        .setSentAtMs(accepted.sentAt().toEpochMilli())
        .setProfileKey(bytes(accepted.key().value()))
        .build();
  }

  private static org.juntos.content.proto.ResendRequest resend(Content.ResendRequest request) {
    return org.juntos.content.proto.ResendRequest.newBuilder()
        .setSentAtMs(request.sentAt().toEpochMilli())
        .build();
  }

  private static org.juntos.content.proto.HistoryRestored restored(
      Content.HistoryRestored restored) {
    return org.juntos.content.proto.HistoryRestored.newBuilder()
        .setBackupAtMs(restored.backupAt().toEpochMilli())
        .setSequenceBase(restored.sequenceBase())
        .setSentAtMs(restored.sentAt().toEpochMilli())
        .build();
  }

  private static ByteString bytes(Bytes bytes) {
    return UnsafeByteOperations.unsafeWrap(bytes.buffer());
  }
}
