package org.juntos.content;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.juntos.content.proto.ChangeCopy;
import org.juntos.content.proto.MessagesHidden;
import org.juntos.content.proto.MessagesPlayed;
import org.juntos.content.proto.MessagesStarred;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// From `changes.proto` to [MessageChange] and what goes with it. An [IllegalArgumentException] of
/// a record is malformed content, too.
final class ChangeReader {
  private ChangeReader() {}

  /// Null when it is of a kind that this version does not know.
  static @Nullable MessageChange change(org.juntos.content.proto.MessageChange fields)
      throws MalformedContentException {
    var deed = deed(fields);
    return deed == null
        ? null
        : new MessageChange(
            name(fields.getMessage()),
            fields.getRevision(),
            ContentReader.time(fields.getAtMs()),
            deed);
  }

  private static MessageChange.@Nullable Deed deed(org.juntos.content.proto.MessageChange fields)
      throws MalformedContentException {
    return switch (fields.getKindCase()) {
      case REACTION -> new MessageChange.Deed.Reaction(fields.getReaction().getEmoji());
      case EDIT -> edit(fields.getEdit());
      case DELETION -> deletion(fields.getDeletion());
      case FORGOTTEN -> new MessageChange.Deed.Forgotten();
      case PIN -> new MessageChange.Deed.Pin(fields.getPin().getPinned());
      case VOTE -> CardReader.vote(fields.getVote());
      case CLOSE -> CardReader.close(fields.getClose());
      case KIND_NOT_SET -> {
        if (fields.getUnknownFields().asMap().isEmpty()) {
          throw new MalformedContentException("nothing is done to a message");
        }
        yield null;
      }
    };
  }

  private static MessageChange.Deed edit(org.juntos.content.proto.Edit fields)
      throws MalformedContentException {
    return new MessageChange.Deed.Edit(
        fields.getBody(), TextFields.ranges(fields.getMarksList(), fields.getMentionsList()));
  }

  private static MessageChange.Deed deletion(org.juntos.content.proto.Deletion fields)
      throws MalformedContentException {
    return new MessageChange.Deed.Deletion(
        ContentReader.time(fields.getSentAtMs()),
        fields.getNumbersList().stream()
            .limit(MessageChange.Deed.Deletion.MOST_NUMBERS + 1L)
            .map(one -> new MessageChange.Numbered(one.getDevice(), one.getSequence()))
            .toList());
  }

  static Quote quote(org.juntos.content.proto.Quote fields) {
    var files =
        Stream.concat(Stream.of(fields.getFile()), fields.getMoreList().stream())
            .flatMap(file -> Stream.ofNullable(file(file)))
            .toList();
    return new Quote(name(fields.getMessage()), fields.getExcerpt(), files);
  }

  /// A kind from a newer version is a file like any other.
  private static Attachment.@Nullable Kind file(org.juntos.content.proto.Quote.File file) {
    return switch (file) {
      case IMAGE -> Attachment.Kind.IMAGE;
      case VIDEO -> Attachment.Kind.VIDEO;
      case AUDIO -> Attachment.Kind.AUDIO;
      case VOICE -> Attachment.Kind.VOICE;
      case FILE, UNRECOGNIZED -> Attachment.Kind.FILE;
      case FILE_UNSPECIFIED -> null;
    };
  }

  /// Null when it is of a kind that this version does not know.
  static @Nullable Linking copy(ChangeCopy fields) throws MalformedContentException {
    var change = change(fields.getChange());
    return change == null
        ? null
        : new Linking.Changed(
            conversation(fields.getConversation()),
            new DeviceAddress(account(fields.getActorAccount()), fields.getActorDevice()),
            fields.getSequence(),
            new MessageId(BindingFields.id(fields.getChangeId())),
            change);
  }

  static Linking hidden(MessagesHidden fields) {
    return new Linking.Hidden(
        conversation(fields.getConversation()),
        fields.getMessagesList().stream()
            .limit(Linking.MOST + 1L)
            .map(ChangeReader::name)
            .toList());
  }

  static Linking played(MessagesPlayed fields) {
    return new Linking.Played(
        fields.getMessagesList().stream()
            .limit(Linking.MOST + 1L)
            .map(ChangeReader::name)
            .toList());
  }

  static Linking starred(MessagesStarred fields) throws MalformedContentException {
    if (fields.getStarsCount() > Linking.MOST) {
      throw new MalformedContentException("too many stars");
    }
    var stars = new ArrayList<Linking.Starred.Star>();
    for (var star : fields.getStarsList()) {
      stars.add(
          new Linking.Starred.Star(
              name(star.getMessage()), star.getStarred(), ContentReader.time(star.getAtMs())));
    }
    return new Linking.Starred(stars);
  }

  private static MessageName name(org.juntos.content.proto.MessageName fields) {
    return new MessageName(
        account(fields.getAuthor()), new MessageId(BindingFields.id(fields.getMessageId())));
  }

  private static AccountId account(ByteString bytes) {
    return new AccountId(BindingFields.id(bytes));
  }

  private static ConversationId conversation(ByteString bytes) {
    return new ConversationId(BindingFields.id(bytes));
  }
}
