package org.juntos.ui.shell;

import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.ui.conversation.ConversationView;
import org.juntos.ui.conversationlist.ConversationListView;
import org.juntos.ui.search.SearchPane;
import org.juntos.ui.status.StatusesPane;

/// The left pane: the conversations, or in their place statuses, or a search through all messages.
final class LeftPane {
  private final ShellViewModel model;
  private final ShellView.Materials materials;
  private final ShellView.Doors doors;
  private final Runnable changed;
  private final ConversationListView list;
  private @Nullable StatusesPane statuses;
  private @Nullable SearchPane search;

  /// @param changed runs when it is another one
  LeftPane(
      ShellViewModel model,
      ShellView.Materials materials,
      ShellView.Doors doors,
      Runnable changed) {
    this.model = model;
    this.materials = materials;
    this.doors = doors;
    this.changed = changed;
    list =
        new ConversationListView(
            model.list(),
            new ConversationListView.Surroundings(
                materials.texts(), materials.faces(), model.times(), materials.cards()),
            new ConversationListView.Doors(
                doors.addContact(),
                doors.newGroup(),
                doors.settings(),
                this::toggleStatuses,
                this::search));
  }

  ConversationListView list() {
    return list;
  }

  /// What can be opened beside a conversation, and chosen about it.
  ConversationView.Beside beside(
      ConversationId id, Runnable contact, Runnable gallery, Runnable starred) {
    return new ConversationView.Beside(
        contact, gallery, starred, anchor -> list.choose(id, anchor));
  }

  /// What is shown.
  Region current() {
    var found = search;
    var posted = statuses;
    return found != null ? found : posted != null ? posted : list;
  }

  /// Shows statuses in place of conversations, or these again.
  void toggleStatuses() {
    var self = model.self();
    if (statuses != null) {
      stepBack();
    } else if (self != null) {
      clear();
      var pane =
          new StatusesPane(
              model.statuses(),
              new StatusesPane.Doors(this::stepBack, doors.postStatus(), doors.viewStatuses()),
              materials.texts(),
              materials.faces(),
              new StatusesPane.Self(self.account(), self.name()));
      statuses = pane;
      changed.run();
      pane.focusFirst();
    }
  }

  /// Shows a search through all messages in place of conversations.
  void search() {
    var pane = search;
    if (pane == null) {
      clear();
      pane =
          new SearchPane(
              model.search(),
              materials.texts(),
              model.times(),
              found -> model.show(found.conversation(), found.entry().row()),
              this::stepBack);
      search = pane;
      changed.run();
    }
    pane.focusField();
  }

  /// Goes to the next message that was found in all of them.
  void step(int by) {
    if (search != null) {
      search.step(by);
    }
  }

  /// Shows the conversations again.
  ///
  /// @return false when they were shown
  boolean stepBack() {
    if (current() == list) {
      return false;
    }
    clear();
    changed.run();
    list.focusList();
    return true;
  }

  void close() {
    clear();
    list.close();
  }

  private void clear() {
    if (statuses != null) {
      statuses.close();
      statuses = null;
    }
    if (search != null) {
      search.close();
      search = null;
    }
  }
}
