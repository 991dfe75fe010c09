package org.juntos.launcher.demo;

/// Tells what happens while it happens.
interface DemoVoice {
  /// One line for the person who watches.
  void says(String line);

  /// From now on the windows show the conversation.
  void opensConversations();

  /// Takes a picture of both windows.
  ///
  /// @param moment part of the file names
  void shows(String moment);
}
