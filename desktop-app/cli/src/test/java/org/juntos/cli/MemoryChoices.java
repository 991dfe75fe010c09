package org.juntos.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.juntos.content.Choice;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.ChoiceIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.ChosenView;
import org.juntos.engine.model.PersonalView;
import org.juntos.engine.model.PersonalView.FolderView;
import org.juntos.engine.model.Quiet;

/// What a person in memory has chosen.
final class MemoryChoices {
  private final MemoryProfile profile;

  MemoryChoices(MemoryProfile profile) {
    this.profile = profile;
  }

  Outcome answer(ChoiceIntent intent) {
    return switch (intent) {
      case ChoiceIntent.Choose(var choice) -> choose(choice);
      case ChoiceIntent.Pin(var conversation, var pinned) ->
          choose(new Choice.Pinned(conversation, pinned ? 1 : 0));
      case ChoiceIntent.PlacePinned _ -> new Outcome.Done();
      case ChoiceIntent.MakeFolder(var name) -> {
        var id = new UUID(7, 7);
        folders(folders -> with(folders, new FolderView(id, name)));
        yield new Outcome.FolderMade(id);
      }
      case ChoiceIntent.RenameFolder(var folder, var name) ->
          folders(folders -> with(without(folders, folder), new FolderView(folder, name)));
      case ChoiceIntent.RemoveFolder(var folder) -> folders(folders -> without(folders, folder));
      case ChoiceIntent.PutInFolder(var folder, var conversation, var inside) ->
          choose(new Choice.InFolder(conversation, folder, inside));
    };
  }

  private static List<FolderView> with(List<FolderView> folders, FolderView one) {
    var all = new ArrayList<>(folders);
    all.add(one);
    return all;
  }

  private static List<FolderView> without(List<FolderView> folders, UUID id) {
    return folders.stream().filter(one -> !one.id().equals(id)).toList();
  }

  private Outcome folders(UnaryOperator<List<FolderView>> change) {
    var now = profile.personal.value();
    profile.personal.set(new PersonalView(change.apply(now.folders()), now.quiet()));
    return new Outcome.Done();
  }

  private Outcome quiet(Quiet quiet) {
    profile.personal.set(new PersonalView(profile.personal.value().folders(), quiet));
    return new Outcome.Done();
  }

  private Outcome choose(Choice choice) {
    var quiet = profile.personal.value().quiet();
    return switch (choice) {
      case Choice.QuietHours hours -> quiet(new Quiet(hours, quiet.until()));
      case Choice.QuietUntil until -> quiet(new Quiet(quiet.hours(), until));
      case Choice.Folder _ -> new Outcome.Done();
      case Choice.OfConversation of -> change(of.conversation(), now -> with(now, of));
    };
  }

  private static ChosenView with(ChosenView now, Choice.OfConversation choice) {
    var folders = new HashSet<>(now.folders());
    if (choice instanceof Choice.InFolder(_, var folder, var inside)) {
      if (inside) {
        folders.add(folder);
      } else {
        folders.remove(folder);
      }
    }
    return new ChosenView(
        choice instanceof Choice.Muted(_, var until) ? until : now.mutedUntil(),
        choice instanceof Choice.Notified(_, var what) ? what : now.notices(),
        choice instanceof Choice.Sounds(_, var sound) ? sound : now.sound(),
        choice instanceof Choice.Archived(_, var archived) ? archived : now.archived(),
        choice instanceof Choice.Pinned(_, var rank) ? rank : now.pinned(),
        choice instanceof Choice.MarkedUnread(_, var unread) ? unread : now.markedUnread(),
        folders);
  }

  private Outcome change(ConversationId conversation, UnaryOperator<ChosenView> change) {
    profile.conversations.set(
        profile.conversations.value().stream()
            .map(one -> one.id().equals(conversation) ? one.with(change.apply(one.chosen())) : one)
            .toList());
    return new Outcome.Done();
  }
}
