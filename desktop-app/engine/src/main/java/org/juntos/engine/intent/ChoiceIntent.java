package org.juntos.engine.intent;

import java.util.UUID;
import org.juntos.content.Choice;
import org.juntos.content.ConversationId;

/// What the person chooses about conversations, folders and being notified. All devices of the
/// account follow.
public sealed interface ChoiceIntent extends Intent.OfChoices {
  /// Chooses one thing: to mute a conversation, to archive it, not to be disturbed, and so on.
  record Choose(Choice choice) implements ChoiceIntent {}

  /// Keeps a conversation at the top of the list, above those that are there, or does not.
  record Pin(ConversationId conversation, boolean pinned) implements ChoiceIntent {}

  /// Puts a pinned conversation in another place among them.
  ///
  /// @param place 0 is the top
  record PlacePinned(ConversationId conversation, int place) implements ChoiceIntent {}

  /// Makes a folder for conversations.
  record MakeFolder(String name) implements ChoiceIntent {}

  record RenameFolder(UUID folder, String name) implements ChoiceIntent {}

  /// Removes a folder; the conversations in it stay.
  record RemoveFolder(UUID folder) implements ChoiceIntent {}

  /// Puts a conversation into a folder, or takes it out.
  record PutInFolder(UUID folder, ConversationId conversation, boolean inside)
      implements ChoiceIntent {}
}
