package org.juntos.launcher.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.juntos.content.ConversationId;
import org.juntos.engine.Engine;
import org.juntos.wire.AccountId;

/// Makes the desktop clients of the demonstration.
public interface DemoClients {
  /// A running client with a window of its own.
  Engine open(String title, Path profile) throws IOException;

  /// Shows a conversation in the window of `title`.
  void openConversation(String title, ConversationId conversation);

  /// Shows somebody's statuses in the window of `title`.
  void viewStatuses(String title, AccountId author);

  /// Writes a picture of each window to `folder`, and returns the files.
  List<Path> photograph(Path folder, String moment) throws IOException;
}
