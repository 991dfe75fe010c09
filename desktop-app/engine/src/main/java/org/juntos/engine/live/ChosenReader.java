package org.juntos.engine.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.juntos.content.Choice;
import org.juntos.content.ConversationId;
import org.juntos.engine.model.ChosenView;
import org.juntos.engine.model.PersonalView;
import org.juntos.engine.model.PersonalView.FolderView;
import org.juntos.engine.model.Quiet;
import org.juntos.store.Transaction;

/// Reads what the person has chosen.
final class ChosenReader {
  private ChosenReader() {}

  static ChosenView of(Transaction txn, ConversationId conversation) {
    var chosen = txn.choices().of(conversation);
    return chosen.isEmpty() ? ChosenView.NONE : view(chosen);
  }

  private static ChosenView view(List<Choice> chosen) {
    var until = ChosenView.NONE.mutedUntil();
    var notices = ChosenView.NONE.notices();
    var sound = ChosenView.NONE.sound();
    boolean archived = false;
    long pinned = 0;
    boolean unread = false;
    var folders = new HashSet<UUID>();
    for (var choice : chosen) {
      switch (choice) {
        case Choice.Muted(_, var end) -> until = end;
        case Choice.Notified(_, var what) -> notices = what;
        case Choice.Sounds(_, var what) -> sound = what;
        case Choice.Archived(_, var is) -> archived = is;
        case Choice.Pinned(_, var rank) -> pinned = rank;
        case Choice.MarkedUnread(_, var is) -> unread = is;
        case Choice.InFolder(_, var folder, var inside) -> {
          if (inside) {
            folders.add(folder);
          }
        }
        case Choice.Folder _, Choice.QuietHours _, Choice.QuietUntil _ -> {} // of no conversation
      }
    }
    return new ChosenView(until, notices, sound, archived, pinned, unread, folders);
  }

  static PersonalView personal(Transaction txn) {
    var folders = new ArrayList<Choice.Folder>();
    var quiet = Quiet.NONE;
    for (var choice : txn.choices().general()) {
      switch (choice) {
        case Choice.Folder folder -> folders.add(folder);
        case Choice.QuietHours hours -> quiet = new Quiet(hours, quiet.until());
        case Choice.QuietUntil until -> quiet = new Quiet(quiet.hours(), until);
        case Choice.OfConversation _ -> {} // of one conversation
      }
    }
    return new PersonalView(views(folders), quiet);
  }

  private static List<FolderView> views(List<Choice.Folder> folders) {
    return folders.stream()
        .filter(folder -> !folder.name().isEmpty())
        .sorted(Comparator.comparingLong(Choice.Folder::rank).thenComparing(Choice.Folder::folder))
        .map(folder -> new FolderView(folder.folder(), folder.name()))
        .toList();
  }
}
