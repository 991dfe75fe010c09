package org.juntos.content;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.juntos.content.proto.ChoiceMade;
import org.juntos.content.proto.ChoicesMade;
import org.juntos.wire.Bytes;

/// From `settings.proto` to [Choice]. An [IllegalArgumentException] of a record is malformed
/// content, too.
final class ChoiceReader {
  private ChoiceReader() {}

  /// Choices of a kind that this version does not know are left out.
  static Linking.Choices read(ChoicesMade fields) throws MalformedContentException {
    var choices = new ArrayList<Chosen>();
    for (var one : fields.getChoicesList()) {
      var chosen = read(one);
      if (chosen != null) {
        choices.add(chosen);
      }
    }
    return new Linking.Choices(choices);
  }

  static Chosen of(Bytes bytes) throws MalformedContentException {
    try {
      var chosen = read(ChoiceMade.parseFrom(bytes.buffer()));
      if (chosen != null) {
        return chosen;
      }
    } catch (InvalidProtocolBufferException | IllegalArgumentException _) {
      // as if there were none
    }
    throw new MalformedContentException("not a choice");
  }

  private static @Nullable Chosen read(ChoiceMade fields) throws MalformedContentException {
    var choice = choice(fields);
    return choice == null ? null : new Chosen(choice, ContentReader.time(fields.getMadeAtMs()));
  }

  private static @Nullable Choice choice(ChoiceMade fields) {
    return switch (fields.getKindCase()) {
      case FOLDER ->
          new Choice.Folder(
              BindingFields.id(fields.getFolder().getFolder()),
              fields.getFolder().getName(),
              fields.getFolder().getRank());
      case QUIET_HOURS -> hours(fields.getQuietHours());
      case QUIET_UNTIL ->
          new Choice.QuietUntil(
              fields.getQuietUntil().getQuiet(), until(fields.getQuietUntil().getUntilMs()));
      case KIND_NOT_SET -> null;
      default -> ofConversation(fields, conversation(fields.getConversation()));
    };
  }

  private static @Nullable Choice ofConversation(ChoiceMade fields, ConversationId conversation) {
    return switch (fields.getKindCase()) {
      case MUTED_UNTIL_MS -> new Choice.Muted(conversation, until(fields.getMutedUntilMs()));
      case NOTICES -> notices(conversation, fields.getNotices());
      case SOUND -> sound(conversation, fields.getSound());
      case ARCHIVED -> new Choice.Archived(conversation, fields.getArchived());
      case PINNED_RANK -> new Choice.Pinned(conversation, fields.getPinnedRank());
      case MARKED_UNREAD -> new Choice.MarkedUnread(conversation, fields.getMarkedUnread());
      case IN_FOLDER ->
          new Choice.InFolder(
              conversation,
              BindingFields.id(fields.getInFolder().getFolder()),
              fields.getInFolder().getInside());
      default -> null;
    };
  }

  private static @Nullable Choice notices(
      ConversationId conversation, org.juntos.content.proto.Notices fields) {
    return switch (fields) {
      case NOTICES_ALL -> new Choice.Notified(conversation, Notices.ALL);
      case NOTICES_MENTIONS -> new Choice.Notified(conversation, Notices.MENTIONS);
      case NOTICES_NOTHING -> new Choice.Notified(conversation, Notices.NOTHING);
      case NOTICES_UNSPECIFIED, UNRECOGNIZED -> null;
    };
  }

  private static @Nullable Choice sound(
      ConversationId conversation, org.juntos.content.proto.NoticeSound fields) {
    return switch (fields) {
      case SOUND_USUAL -> new Choice.Sounds(conversation, NoticeSound.USUAL);
      case SOUND_SILENT -> new Choice.Sounds(conversation, NoticeSound.SILENT);
      case SOUND_CHIME -> new Choice.Sounds(conversation, NoticeSound.CHIME);
      case SOUND_DROP -> new Choice.Sounds(conversation, NoticeSound.DROP);
      case SOUND_KNOCK -> new Choice.Sounds(conversation, NoticeSound.KNOCK);
      case SOUND_UNSPECIFIED, UNRECOGNIZED -> null;
    };
  }

  private static Choice hours(org.juntos.content.proto.QuietHours fields) {
    return new Choice.QuietHours(
        fields.getOn(),
        fields.getDaysList().stream().limit(7).map(ChoiceReader::day).collect(Collectors.toSet()),
        fields.getFromMinute(),
        fields.getToMinute());
  }

  private static DayOfWeek day(int day) {
    if (day < 1 || day > 7) {
      throw new IllegalArgumentException("no day of the week: " + day);
    }
    return DayOfWeek.of(day);
  }

  /// Until when: for ever, too.
  private static Instant until(long millis) {
    return Instant.ofEpochMilli(Math.max(0, millis));
  }

  private static ConversationId conversation(ByteString bytes) {
    return new ConversationId(BindingFields.id(bytes));
  }
}
