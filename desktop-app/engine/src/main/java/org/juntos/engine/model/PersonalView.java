package org.juntos.engine.model;

import java.util.List;
import java.util.UUID;

/// What the person has chosen that is about no single conversation.
///
/// @param folders in their order
/// @param quiet when they are not to be disturbed
public record PersonalView(List<FolderView> folders, Quiet quiet) {
  /// Nothing was chosen.
  public static final PersonalView NONE = new PersonalView(List.of(), Quiet.NONE);

  public PersonalView {
    folders = List.copyOf(folders);
  }

  /// A folder of conversations, as the person calls it.
  public record FolderView(UUID id, String name) {}
}
