package org.juntos.launcher.demo;

import org.juntos.content.ConversationId;

/// Tells what happens while it happens.
interface DemoVoice {
  /// One line for the person who watches.
  void says(String line);

  /// From now on the window of `person` shows this conversation.
  void opens(DemoPerson person, ConversationId conversation);

  /// The window of `person` shows the statuses of `author`.
  void viewsStatuses(DemoPerson person, DemoPerson author);

  /// Takes a picture of all windows.
  ///
  /// @param moment part of the file names
  void shows(String moment);
}
