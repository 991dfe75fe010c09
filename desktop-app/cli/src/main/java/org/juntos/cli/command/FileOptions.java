package org.juntos.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Send;
import org.juntos.engine.intent.Intent.OutgoingFile;
import picocli.CommandLine.Option;

/// Files that go with a message, and how.
final class FileOptions {
  @Option(
      names = {"--attach", "--file"},
      paramLabel = "FILE",
      description = "A file, without its hidden data. Given more than once, they are an album.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--original",
      description = "Do not make pictures, videos and sound smaller. That is so without it, too.")
  private boolean original;

  @Option(
      names = "--smaller",
      description = "Make pictures, videos and sound smaller, as the app does.")
  private boolean smaller;

  List<OutgoingFile> files() throws Refusal {
    if (original && smaller) {
      throw Refusal.of("usage", "--original and --smaller contradict each other.", "Give one.");
    }
    return Send.files(files, smaller);
  }
}
