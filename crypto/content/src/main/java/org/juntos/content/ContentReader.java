package org.juntos.content;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.juntos.content.DecodeResult.Decoded;
import org.juntos.content.DecodeResult.Unknown;
import org.juntos.content.proto.Sealed;
import org.juntos.wire.Bytes;
import org.juntos.wire.WireLimits;

/// From `content.proto` to the sealed types. Limits are checked here and in the compact
/// constructors of the types, which throw `IllegalArgumentException`.
final class ContentReader {
  private static final int SECRET_BYTES = 32;

  /// 31 December 9999: later times break calendars and no clock shows them.
  private static final long LATEST_MILLIS = 253_402_300_799_999L;

  private ContentReader() {}

  static DecodeResult read(Sealed sealed) throws MalformedContentException {
    if (!sealed.hasBinding()) {
      throw new MalformedContentException("no binding");
    }
    var binding = BindingFields.read(sealed.getBinding());
    var content = content(sealed);
    return content == null
        ? new Unknown(binding, unknownField(sealed))
        : new Decoded(binding, content);
  }

  /// Null when it is of a kind that this version does not know.
  static @Nullable Content content(Sealed sealed) throws MalformedContentException {
    return switch (sealed.getContentCase()) {
      case MESSAGE -> message(sealed.getMessage());
      case RECEIPT -> receipt(sealed.getReceipt());
      case CONTACT_REQUEST -> request(sealed.getContactRequest());
      case CONTACT_ACCEPTED -> accepted(sealed.getContactAccepted());
      case HISTORY_RESTORED -> restored(sealed.getHistoryRestored());
      case RESEND_REQUEST ->
          new Content.ResendRequest(time(sealed.getResendRequest().getSentAtMs()));
      case LINKING -> LinkingReader.read(sealed.getLinking());
      case SENDER_KEY -> GroupReader.key(sealed.getSenderKey());
      case GROUP_INTRODUCTION -> GroupReader.introduction(sealed.getGroupIntroduction());
      case GROUP_TALK -> GroupReader.talk(sealed.getGroupTalk());
      case MESSAGE_CHANGE -> ChangeReader.change(sealed.getMessageChange());
      case TIMER_SET -> VanishingFields.set(sealed.getTimerSet());
      case TYPING ->
          new Content.Typing(sealed.getTyping().getTyping(), time(sealed.getTyping().getAtMs()));
      case PROFILE_NEWS ->
          new Content.ProfileNews(
              sealed.getProfileNews().getVersion(), time(sealed.getProfileNews().getSentAtMs()));
      case STATUS -> StatusReader.posted(sealed.getStatus());
      case STATUS_NEWS -> StatusReader.news(sealed.getStatusNews());
      case CONTENT_NOT_SET -> none(sealed);
    };
  }

  private static @Nullable Content none(Sealed sealed) throws MalformedContentException {
    if (unknownFields(sealed)) {
      return null;
    }
    throw new MalformedContentException("no content");
  }

  private static int unknownField(Sealed sealed) {
    int known = sealed.getContentCase().getNumber();
    return known != 0 ? known : Collections.min(sealed.getUnknownFields().asMap().keySet());
  }

  static Content.@Nullable Message message(org.juntos.content.proto.Message fields)
      throws MalformedContentException {
    var card = CardReader.card(fields);
    boolean empty = fields.getBody().isEmpty() && fields.getAttachmentsCount() == 0;
    if (empty && card == null && !fields.hasSticker() && unknownFields(fields)) {
      return null; // says only what a newer version can say
    }
    if (fields.getAttachmentsCount() > Content.Message.MAX_ATTACHMENTS) {
      throw new MalformedContentException("too many attachments");
    }
    var attachments = new ArrayList<Attachment>();
    for (var attachment : fields.getAttachmentsList()) {
      attachments.add(attachment(attachment));
    }
    return new Content.Message(
        fields.getBody(),
        time(fields.getSentAtMs()),
        attachments,
        StatusReader.reply(fields),
        fields.hasQuote() ? ChangeReader.quote(fields.getQuote()) : null,
        fields.hasTimer() ? VanishingFields.timer(fields.getTimer()) : Timer.NONE,
        new Manner(fields.getForwarded(), fields.getSilent()),
        TextFields.ranges(fields.getMarksList(), fields.getMentionsList()),
        fields.hasLinkPreview() ? TextFields.preview(fields.getLinkPreview()) : null,
        card,
        fields.hasSticker() ? StickerFields.read(fields.getSticker()) : null);
  }

  static Attachment attachment(org.juntos.content.proto.Attachment fields)
      throws MalformedContentException {
    if (fields.getPlaintextBytes() > fields.getCiphertextBytes()
        || fields.getCiphertextBytes() > WireLimits.MAX_BLOB_BYTES) {
      throw new MalformedContentException("impossible size of an attachment");
    }
    return new Attachment(
        fields.getBlobId(),
        secret(fields.getKey()),
        secret(fields.getDigest()),
        fields.getPlaintextBytes(),
        fields.getCiphertextBytes(),
        fields.getFileName(),
        fields.getMediaType(),
        kind(fields.getKind()),
        preview(fields));
  }

  private static Attachment.Preview preview(org.juntos.content.proto.Attachment fields) {
    return new Attachment.Preview(
        fields.getWidth(),
        fields.getHeight(),
        fields.getDurationMs(),
        fields.getBlurhash(),
        bytes(fields.getThumbnail()),
        bytes(fields.getWaveform()));
  }

  /// A kind from a newer version is a file like any other.
  private static Attachment.Kind kind(org.juntos.content.proto.Attachment.Kind kind) {
    return switch (kind) {
      case IMAGE -> Attachment.Kind.IMAGE;
      case VIDEO -> Attachment.Kind.VIDEO;
      case AUDIO -> Attachment.Kind.AUDIO;
      case VOICE -> Attachment.Kind.VOICE;
      case FILE, KIND_UNSPECIFIED, UNRECOGNIZED -> Attachment.Kind.FILE;
    };
  }

  private static @Nullable Content receipt(org.juntos.content.proto.Receipt fields)
      throws MalformedContentException {
    var kind = receiptKind(fields.getKind());
    if (kind == null) {
      return null;
    }
    if (fields.getMessageIdsCount() > Content.Receipt.MAX_MESSAGES) {
      throw new MalformedContentException("too many ids in a receipt");
    }
    var ids = fields.getMessageIdsList().stream().map(BindingFields::id).map(MessageId::new);
    return new Content.Receipt(kind, ids.toList(), time(fields.getAtMs()));
  }

  private static Content.Receipt.@Nullable Kind receiptKind(
      org.juntos.content.proto.Receipt.Kind kind) {
    return switch (kind) {
      case DELIVERED -> Content.Receipt.Kind.DELIVERED;
      case SEEN -> Content.Receipt.Kind.SEEN;
      case KIND_UNSPECIFIED, UNRECOGNIZED -> null;
    };
  }

  private static Content request(org.juntos.content.proto.ContactRequest fields)
      throws MalformedContentException {
    return new Content.ContactRequest(
        fields.getName(),
        fields.getRelay(),
        time(fields.getSentAtMs()),
        new ProfileKey(bytes(fields.getProfileKey())));
  }

  private static Content accepted(org.juntos.content.proto.ContactAccepted fields)
      throws MalformedContentException {
    return new Content.ContactAccepted(
        fields.getName(),
        time(fields.getSentAtMs()),
        new ProfileKey(bytes(fields.getProfileKey())));
  }

  private static Content restored(org.juntos.content.proto.HistoryRestored fields)
      throws MalformedContentException {
    return new Content.HistoryRestored(
        time(fields.getBackupAtMs()), fields.getSequenceBase(), time(fields.getSentAtMs()));
  }

  static Instant time(long millis) throws MalformedContentException {
    if (millis < 0 || millis > LATEST_MILLIS) {
      throw new MalformedContentException("a time that no clock shows");
    }
    return Instant.ofEpochMilli(millis);
  }

  private static Bytes secret(ByteString bytes) throws MalformedContentException {
    if (bytes.size() != SECRET_BYTES) {
      throw new MalformedContentException("a key or digest that has not 32 bytes");
    }
    return bytes(bytes);
  }

  private static Bytes bytes(ByteString bytes) {
    return Bytes.of(bytes.toByteArray());
  }

  private static boolean unknownFields(Message message) {
    return !message.getUnknownFields().asMap().isEmpty();
  }
}
