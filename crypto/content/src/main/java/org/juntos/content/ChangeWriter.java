package org.juntos.content;

import org.juntos.content.proto.ChangeCopy;
import org.juntos.content.proto.Deletion;
import org.juntos.content.proto.Edit;
import org.juntos.content.proto.Forgotten;
import org.juntos.content.proto.MessagesHidden;
import org.juntos.content.proto.MessagesPlayed;
import org.juntos.content.proto.MessagesStarred;
import org.juntos.content.proto.Pin;
import org.juntos.content.proto.Reaction;

/// From [MessageChange] and what goes with it to `changes.proto`.
final class ChangeWriter {
  private ChangeWriter() {}

  static org.juntos.content.proto.MessageChange change(MessageChange change) {
    var fields =
        org.juntos.content.proto.MessageChange.newBuilder()
            .setMessage(name(change.message()))
            .setRevision(change.revision())
            .setAtMs(change.at().toEpochMilli());
    switch (change.deed()) {
      case MessageChange.Deed.Reaction(var emoji) ->
          fields.setReaction(Reaction.newBuilder().setEmoji(emoji));
      case MessageChange.Deed.Edit(var body, var ranges) ->
          fields.setEdit(
              Edit.newBuilder()
                  .setBody(body)
                  .addAllMarks(TextFields.marks(ranges))
                  .addAllMentions(TextFields.mentions(ranges)));
      case MessageChange.Deed.Deletion deletion -> fields.setDeletion(deletion(deletion));
      case MessageChange.Deed.Forgotten() -> fields.setForgotten(Forgotten.getDefaultInstance());
      case MessageChange.Deed.Pin(var pinned) -> fields.setPin(Pin.newBuilder().setPinned(pinned));
      case MessageChange.Deed.Vote vote -> fields.setVote(CardWriter.vote(vote));
      case MessageChange.Deed.Close close -> fields.setClose(CardWriter.close(close));
    }
    return fields.build();
  }

  private static Deletion deletion(MessageChange.Deed.Deletion deletion) {
    var fields = Deletion.newBuilder().setSentAtMs(deletion.sentAt().toEpochMilli());
    deletion
        .numbers()
        .forEach(
            one -> fields.addNumbersBuilder().setDevice(one.device()).setSequence(one.sequence()));
    return fields.build();
  }

  static org.juntos.content.proto.Quote quote(Quote quote) {
    var files = quote.files().stream().map(ChangeWriter::file).toList();
    var fields =
        org.juntos.content.proto.Quote.newBuilder()
            .setMessage(name(quote.message()))
            .setExcerpt(quote.excerpt());
    files.stream().limit(1).forEach(fields::setFile);
    files.stream().skip(1).forEach(fields::addMore);
    return fields.build();
  }

  private static org.juntos.content.proto.Quote.File file(Attachment.Kind kind) {
    return switch (kind) {
      case FILE -> org.juntos.content.proto.Quote.File.FILE;
      case IMAGE -> org.juntos.content.proto.Quote.File.IMAGE;
      case VIDEO -> org.juntos.content.proto.Quote.File.VIDEO;
      case AUDIO -> org.juntos.content.proto.Quote.File.AUDIO;
      case VOICE -> org.juntos.content.proto.Quote.File.VOICE;
    };
  }

  static ChangeCopy copy(Linking.Changed changed) {
    return ChangeCopy.newBuilder()
        .setConversation(BindingFields.bytes(changed.conversation().value()))
        .setActorAccount(BindingFields.bytes(changed.actor().account().value()))
        .setActorDevice(changed.actor().device())
        .setSequence(changed.sequence())
        .setChangeId(BindingFields.bytes(changed.id().value()))
        .setChange(change(changed.change()))
        .build();
  }

  static MessagesHidden hidden(Linking.Hidden hidden) {
    var fields =
        MessagesHidden.newBuilder()
            .setConversation(BindingFields.bytes(hidden.conversation().value()));
    hidden.messages().forEach(one -> fields.addMessages(name(one)));
    return fields.build();
  }

  static MessagesPlayed played(Linking.Played played) {
    var fields = MessagesPlayed.newBuilder();
    played.messages().forEach(one -> fields.addMessages(name(one)));
    return fields.build();
  }

  static MessagesStarred starred(Linking.Starred starred) {
    var fields = MessagesStarred.newBuilder();
    for (var star : starred.stars()) {
      fields
          .addStarsBuilder()
          .setMessage(name(star.message()))
          .setStarred(star.starred())
          .setAtMs(star.at().toEpochMilli());
    }
    return fields.build();
  }

  private static org.juntos.content.proto.MessageName name(MessageName name) {
    return org.juntos.content.proto.MessageName.newBuilder()
        .setAuthor(BindingFields.bytes(name.author().value()))
        .setMessageId(BindingFields.bytes(name.id().value()))
        .build();
  }
}
