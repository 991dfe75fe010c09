package org.juntos.content;

import com.google.protobuf.ByteString;
import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;
import org.juntos.content.proto.ChoiceMade;
import org.juntos.content.proto.ChoicesMade;
import org.juntos.content.proto.ConversationFolder;
import org.juntos.content.proto.FolderPlace;

/// From [Choice] to `settings.proto`.
final class ChoiceWriter {
  private ChoiceWriter() {}

  static ChoicesMade write(List<Chosen> choices) {
    var fields = ChoicesMade.newBuilder();
    choices.forEach(chosen -> fields.addChoices(write(chosen)));
    return fields.build();
  }

  static ChoiceMade write(Chosen chosen) {
    var fields = ChoiceMade.newBuilder().setMadeAtMs(chosen.at().toEpochMilli());
    if (chosen.choice() instanceof Choice.OfConversation of) {
      fields.setConversation(id(of.conversation().value()));
    }
    switch (chosen.choice()) {
      case Choice.Muted(_, var until) -> fields.setMutedUntilMs(until.toEpochMilli());
      case Choice.Notified(_, var notices) -> fields.setNotices(notices(notices));
      case Choice.Sounds(_, var sound) -> fields.setSound(sound(sound));
      case Choice.Archived(_, var archived) -> fields.setArchived(archived);
      case Choice.Pinned(_, var rank) -> fields.setPinnedRank(rank);
      case Choice.MarkedUnread(_, var unread) -> fields.setMarkedUnread(unread);
      case Choice.InFolder(_, var folder, var inside) ->
          fields.setInFolder(FolderPlace.newBuilder().setFolder(id(folder)).setInside(inside));
      case Choice.Folder(var folder, var name, var rank) ->
          fields.setFolder(
              ConversationFolder.newBuilder().setFolder(id(folder)).setName(name).setRank(rank));
      case Choice.QuietHours hours -> fields.setQuietHours(hours(hours));
      case Choice.QuietUntil(var quiet, var until) ->
          fields.setQuietUntil(
              org.juntos.content.proto.QuietUntil.newBuilder()
                  .setQuiet(quiet)
                  .setUntilMs(until.toEpochMilli()));
    }
    return fields.build();
  }

  private static org.juntos.content.proto.Notices notices(Notices notices) {
    return switch (notices) {
      case ALL -> org.juntos.content.proto.Notices.NOTICES_ALL;
      case MENTIONS -> org.juntos.content.proto.Notices.NOTICES_MENTIONS;
      case NOTHING -> org.juntos.content.proto.Notices.NOTICES_NOTHING;
    };
  }

  private static org.juntos.content.proto.NoticeSound sound(NoticeSound sound) {
    return switch (sound) {
      case USUAL -> org.juntos.content.proto.NoticeSound.SOUND_USUAL;
      case SILENT -> org.juntos.content.proto.NoticeSound.SOUND_SILENT;
      case CHIME -> org.juntos.content.proto.NoticeSound.SOUND_CHIME;
      case DROP -> org.juntos.content.proto.NoticeSound.SOUND_DROP;
      case KNOCK -> org.juntos.content.proto.NoticeSound.SOUND_KNOCK;
    };
  }

  private static org.juntos.content.proto.QuietHours hours(Choice.QuietHours hours) {
    return org.juntos.content.proto.QuietHours.newBuilder()
        .setOn(hours.on())
        .addAllDays(hours.days().stream().map(DayOfWeek::getValue).sorted().toList())
        .setFromMinute(hours.from())
        .setToMinute(hours.to())
        .build();
  }

  private static ByteString id(UUID id) {
    return BindingFields.bytes(id);
  }
}
