package org.juntos.launcher.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.juntos.engine.Engine;

/// Makes the two desktop clients of the demonstration.
public interface DemoClients {
  /// A running client with a window of its own.
  Engine open(String title, Path profile) throws IOException;

  /// Shows the first conversation in every window.
  void openConversations();

  /// Writes a picture of each window to `folder`, and returns the files.
  List<Path> photograph(Path folder, String moment) throws IOException;
}
